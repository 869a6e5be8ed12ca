<#import "frame.ftl" as frame>
<@frame.page "The bench">
<h1>The bench</h1>
<#list published_posts as note><@frame.card note/></#list>
<nav>${currentPageNumber!1} / ${numberOfPages!1}</nav>
</@frame.page>
