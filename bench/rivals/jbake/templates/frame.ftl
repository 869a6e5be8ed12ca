<#macro page title>
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title?html}</title>
<link rel="alternate" type="application/rss+xml" href="/feed.xml">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header><a href="/">The bench</a> <nav><a href="/tags/">Tags</a></nav></header>
<main>
<#nested>
</main>
<footer>The bench</footer>
</body>
</html>
</#macro>
<#macro card note>
<article>
<h2><a href="/${note.uri}">${note.title?html}</a></h2>
<p><time datetime="${note.date?string('yyyy-MM-dd')}">${note.date?string('d MMMM yyyy')}</time></p>
<p>${(note.description!'')?html}</p>
<p><#list note.tags![] as tag><a href="/tags/${tag}.html">${tag}</a> </#list></p>
</article>
</#macro>
