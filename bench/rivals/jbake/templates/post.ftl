<#import "frame.ftl" as frame>
<@frame.page content.title>
<article>
<h1>${content.title?html}</h1>
<p>${(content.description!'')?html}</p>
<p><time datetime="${content.date?string('yyyy-MM-dd')}">${content.date?string('d MMMM yyyy')}</time></p>
${content.body}
<p><#list content.tags![] as tag><a href="/tags/${tag}.html">${tag}</a> </#list></p>
<nav><#if content.previousContent??><a href="/${content.previousContent.uri}">${content.previousContent.title?html}</a></#if> <#if content.nextContent??><a href="/${content.nextContent.uri}">${content.nextContent.title?html}</a></#if></nav>
</article>
</@frame.page>
