<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
<title>The bench</title>
<link>https://bench.example/</link>
<description>The bench</description>
<language>en</language>
<#list published_posts as note><#if note?index lt 20><item>
<title>${note.title?xml}</title>
<link>https://bench.example/${note.uri}</link>
<guid>https://bench.example/${note.uri}</guid>
<pubDate>${note.date?string('EEE, dd MMM yyyy HH:mm:ss Z')}</pubDate>
<#list note.tags![] as tag><category>${tag}</category></#list>
<description>${(note.description!'')?xml}</description>
<content:encoded>${note.body?xml}</content:encoded>
</item>
</#if></#list></channel>
</rss>
