<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<#list published_content as note><url><loc>https://bench.example/${note.uri}</loc><lastmod>${note.date?string('yyyy-MM-dd')}</lastmod></url>
</#list></urlset>
