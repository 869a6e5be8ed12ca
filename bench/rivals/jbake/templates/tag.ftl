<#import "frame.ftl" as frame>
<@frame.page tag>
<h1>${tag}</h1>
<#list tag_posts as note><@frame.card note/></#list>
</@frame.page>
