"""Reads the feeds below a folder as feedparser and newsboat do, and prints as JSON what they made of them.

read_feeds.py FOLDER WORK: every feed.xml and atom.xml below FOLDER, and FOLDER/feeds.opml; WORK is an empty folder.
"""

import calendar
import concurrent.futures
import html.parser
import json
import os
import sqlite3
import subprocess
import sys
import urllib.parse

import feedparser

folder, work = sys.argv[1:]


class Words(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.text = []

    def handle_data(self, data):
        self.text.append(data)


def length(markup):
    """How many characters a reader shows, white space apart."""
    words = Words()
    words.feed(markup)
    words.close()
    return len("".join("".join(words.text).split()))


def seconds(parsed):
    return calendar.timegm(parsed) if parsed else None


def by_feedparser(path):
    feed = feedparser.parse(path)
    return {
        "fault": str(feed.bozo_exception) if feed.bozo else "",
        "title": feed.feed.get("title", ""),
        "language": feed.feed.get("language", ""),
        "items": [
            {
                "id": entry.get("id"),
                "title": entry.get("title"),
                "link": entry.get("link"),
                "date": seconds(entry.get("published_parsed")),
                "length": length(entry.content[0].value if "content" in entry else entry.get("summary", "")),
            }
            for entry in feed.entries
        ],
    }


def newsboat(home, *arguments):
    command = ["newsboat", "-C", work + "/config", "-c", home + "/cache.db", *arguments]
    environment = dict(os.environ, HOME=home, XDG_CONFIG_HOME=home, XDG_DATA_HOME=home, LC_ALL="C.UTF-8")
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
    return ran.stdout + ran.stderr if ran.returncode else ""


def by_newsboat(number, path):
    """In a home of its own: newsboat keeps one item for each id, whichever feed it came with."""
    home = f"{work}/{number}"
    os.mkdir(home)
    with open(home + "/urls", "w", encoding="utf-8") as file:
        file.write("file://" + urllib.parse.quote(path) + "\n")
    fault = newsboat(home, "-u", home + "/urls", "-x", "reload")
    cache = sqlite3.connect(home + "/cache.db")
    title = cache.execute("SELECT title FROM rss_feed").fetchone()
    rows = cache.execute("SELECT guid, title, url, pubDate, content FROM rss_item")
    return {
        "fault": fault,
        "title": title[0] if title else "",
        "items": [
            {"id": guid, "title": name, "link": link, "date": date, "length": length(content)}
            for guid, name, link, date, content in rows
        ],
    }


def opml():
    fault = newsboat(work, "-u", work + "/imported", "-i", folder + "/feeds.opml")
    with open(work + "/imported", encoding="utf-8") as file:
        return {"fault": fault, "urls": [line.split()[0] for line in file if line.strip()]}


with open(work + "/config", "w", encoding="utf-8") as config:
    config.write("auto-reload no\nmax-items 0\n")
paths = sorted(
    os.path.join(parent, name)
    for parent, _, names in os.walk(folder)
    for name in names
    if name in ("feed.xml", "atom.xml")
)
# newsboat waits more than it works.
with concurrent.futures.ThreadPoolExecutor(16) as threads:
    read = list(threads.map(by_newsboat, range(len(paths)), paths))
print(
    json.dumps(
        {
            "opml": opml(),
            "feeds": {
                os.path.relpath(path, folder): {"feedparser": by_feedparser(path), "newsboat": found}
                for path, found in zip(paths, read)
            },
        }
    )
)
