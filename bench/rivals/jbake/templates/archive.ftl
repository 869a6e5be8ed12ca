<#import "frame.ftl" as frame>
<@frame.page "Archive">
<h1>Archive</h1>
<ul><#list published_posts as note><li><time datetime="${note.date?string('yyyy-MM-dd')}">${note.date?string('d MMMM')}</time> <a href="/${note.uri}">${note.title?html}</a></li></#list></ul>
</@frame.page>
