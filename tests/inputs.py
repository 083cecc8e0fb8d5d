"""Inputs made by hand for the tests of reading: pages, feeds, archives, packed streams."""

from __future__ import annotations

import gzip

__all__ = ["ATOM", "PAGE", "RSS", "TEXT", "http", "warc_record"]

TEXT = (
    "The old bridge at Harlow was closed on Thursday for the first time in 12 years, the county said.\n"
    "“We had no choice,” said Mayor Anne Tully. Repairs will cost $2.4 million and take until June.\n"
    "About 9,000 cars cross the bridge each day, more than any other in the valley, according to the road office."
)
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Bridge closes - Valley Echo</title>
<link rel="canonical" href="https://echo.example/bridge">
<meta property="article:published_time" content="2021-03-04T22:15:00-08:00"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Bridge closes</h1>{"".join(f"<p>{line}</p>" for line in TEXT.splitlines())}</article>
<footer>© 2023 Valley Echo</footer></body></html>"""
RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Valley Echo</title><link>https://echo.example</link>
<item><title>Bridge &amp;amp; road shut</title><link>https://echo.example/1</link><guid>g1</guid>
<pubDate>Tue, 08 Feb 2022 23:30:00 -0800</pubDate><media:content><media:title>A picture</media:title></media:content>
<description>In short.</description>
<content:encoded><![CDATA[<p>The bridge was <b>shut</b>.</p><script>if (1 < 2) x()</script>
<p>It is the first&nbsp;time,<br/>she said.</p>]]></content:encoded>
</item>
<item><title>Nothing in it</title></item>
<item><title>Short</title><description>Prices fell 5 percent &#8211; again.</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Echo</title>
<entry><title>A &lt; B</title><link rel="self" href="https://echo.example/self"/>
<link href="https://echo.example/a"/><id>urn:1</id>
<updated>2022-02-09T00:00:00Z</updated><published>2022-02-08T10:00:00Z</published>
<content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml"><p>One &amp; two.</p><p>Three <i>four</i>.</p></div></content></entry>
<entry><title>B</title><summary>Words &lt;b&gt; as they are.</summary></entry></feed>"""


def http(body: bytes, kind: str = "text/html; charset=utf-8", status: str = "200 OK", headers: str = "") -> bytes:
    """A server's answer."""
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{headers}Content-Length: {len(body)}\r\n\r\n".encode() + body


def warc_record(body: bytes, url: str = "https://echo.example/1", kind: str = "response", *, packed: bool = False) -> bytes:
    """One record of a web archive."""
    what = "application/http; msgtype=response" if kind == "response" else "application/warc-fields"
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Date: 2021-03-05T06:00:00Z\r\nWARC-Record-ID: <urn:uuid:0>\r\n"
        f"WARC-Target-URI: {url}\r\nContent-Type: {what}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    record = head.encode() + body + b"\r\n\r\n"
    return gzip.compress(record) if packed else record
