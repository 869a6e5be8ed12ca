# The same lists and feeds as the other sites of the bench: 20 notes a page, a feed of 20 items beside each.
module Bench
  SIZE = 20

  class Lists < Jekyll::Generator
    def generate(site)
      @site = site
      notes = site.collections["post"].docs.sort_by { |doc| [doc.data["date"], doc.basename] }.reverse
      feed("The bench", "/", notes)
      list("Notes", "/post/", notes)
      page("/", "index.html", "layout" => "home", "title" => "The bench", "feed" => "/feed.xml", "notes" => notes.first(SIZE))
      page("/archive/", "index.html", "layout" => "archive", "title" => "Archive", "notes" => notes)
      addresses = %w[tags categories].flat_map { |key| terms(key, notes) }
      page("/", "404.html", "layout" => "base", "title" => "Not found", "permalink" => "/404.html")
      page("/", "robots.txt", "layout" => "robots")
      page("/", "sitemap.xml", "layout" => "sitemap", "notes" => notes, "lists" => addresses)
    end

    private

    def terms(key, notes)
      groups = Hash.new { |hash, term| hash[term] = [] }
      notes.each { |note| Array(note.data[key]).each { |term| groups[term] << note } }
      sorted = groups.sort_by(&:first).map { |term, of| { "term" => term, "url" => "/#{key}/#{term}/", "count" => of.size } }
      page("/#{key}/", "index.html", "layout" => "terms", "title" => key, "terms" => sorted)
      groups.each { |term, of| list(term, "/#{key}/#{term}/", of) }
      sorted.map { |each| each["url"] }
    end

    def list(title, url, notes)
      feed(title, url, notes)
      slices = notes.each_slice(SIZE).to_a
      at = ->(number) { number == 1 ? url : "#{url}page/#{number}/" }
      slices.each_with_index do |slice, i|
        page(at.call(i + 1), "index.html", "layout" => "list", "title" => title, "feed" => "#{url}feed.xml", "notes" => slice, "number" => i + 1,
          "total" => slices.size, "newer" => (at.call(i) if i.positive?), "older" => (at.call(i + 2) if i + 1 < slices.size))
      end
    end

    def feed(title, url, notes)
      page(url, "feed.xml", "layout" => "feed", "title" => title, "of" => url, "notes" => notes.first(SIZE))
    end

    def page(folder, name, data)
      page = Jekyll::PageWithoutAFile.new(@site, @site.source, folder, name)
      page.data.merge!(data)
      @site.pages << page
    end
  end
end

Jekyll::Hooks.register :documents, :pre_render do |doc|
  doc.content = "* toc\n{:toc}\n\n#{doc.content}"
end
