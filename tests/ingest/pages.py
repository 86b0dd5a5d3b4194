# ruff: noqa: E501 — pages are written as pages are
"""Pages written for these tests, in the styles of real sites; every fact and every sentence is invented."""

FIRST = "A mine killed two soldiers near Tal Nour on Monday, the army said in a statement to reporters."
SECOND = "Colonel محمد العلي, who commands the sector, blamed smugglers, whom residents of the town called “our neighbours”. 🕊️"
THIRD = "Nobody has claimed the blast, which was the third of its kind in the area since the beginning of January."
FOURTH = "The governor asked the army for more patrols on the road that runs along the river to the mill."

LINKED_DATA = """{"@context": "https://schema.org", "@graph": [
  {"@type": "Organization", "@id": "#us", "name": "The Delta Courier"},
  {"@type": ["NewsArticle"], "headline": "Mine kills two near Tal Nour", "datePublished": "2024-02-08T10:15:00+03:00",
   "dateModified": "2024-02-09T09:00:00+03:00", "author": [{"@type": "Person", "name": "Sara Haddad"}],
   "publisher": {"@id": "#us"}, "inLanguage": "en"}]}"""


def newspaper(*, linked_data: str = LINKED_DATA, head: str = "", body: str = "") -> str:
    """A newspaper's page: toolbar, standfirst, byline, photograph, sub-headline, adverts, other reports, footer."""
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Mine kills two near Tal Nour | The Delta Courier</title>
<link rel="canonical" href="https://courier.example/2024/02/08/mine-kills-two">{head}
<script type="application/ld+json">{linked_data}</script><style>p {{ color: red }}</style></head><body>
<header><nav><a href="/">Home</a> <a href="/world">World</a></nav><div class="logo">The Delta Courier</div></header>
<div class="cookie-banner"><p>We use cookies to improve your visit.</p><button>Accept all</button></div>
<main><article><h1>Mine kills two near Tal Nour</h1>
<p class="standfirst">Army blames smugglers as patrols are stepped up</p>
<p class="byline">By <a href="/sara">Sara Haddad</a></p><time datetime="2024-02-08">8 February 2024</time>
<div class="share"><a href="#f">Share on Facebook</a><a href="#x">Tweet</a></div>
<figure><img src="a.jpg"><figcaption>Soldiers near the mill at Tal Nour after the blast [Omar Aziz/AFP]</figcaption></figure>
<p>TAL NOUR, Feb 8 (Reuters) - {FIRST}</p><p>{SECOND}</p>
<div class="ad"><p>Advertisement</p></div>
<h2>What residents say</h2>
<p>{THIRD}</p><p>Read more: <a href="/x">Ferry runs aground</a></p><p>Copy</p>{body}
<p>{FOURTH} (Agencies)</p>
<div class="newsletter"><p>Sign up for our daily briefing</p></div>
</article></main>
<aside><h3>Most read</h3><ul><li><a href="/1">Ferry runs aground in the night off the coast</a></li></ul></aside>
<footer><p>© 2024 The Delta Courier. All rights reserved.</p></footer></body></html>"""


BLOG = f"""<html><head><title>Notes from the river</title><meta name="author" content="Nour Saleh">
<meta property="og:title" content="Two dead near the mill"><meta property="og:site_name" content="Notes from the river">
</head><body><div id="content"><div class="post"><h2 class="entry-title"><a href="#">Two dead near the mill</a></h2>
<div class="entry-meta">Posted on <time class="entry-date published" datetime="2024-02-08T18:00:00Z">8 February 2024</time></div>
<div class="entry-content">{FIRST}<br><br>{SECOND}<br /><br />{THIRD}</div></div>
<div id="comments"><h3>2 comments</h3><p>Omar: the army has been lying about this road for years, as we all know.</p></div>
</div></body></html>"""

CMS = f"""<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xml:lang="en" lang="en-GB"><head>
<title>Mine kills two</title><meta property="article:published_time" content="2024-02-08T10:15:00Z">
<meta property="og:site_name" content="Delta Radio"></head><body>
<div id="consent" role="dialog"><p>We and our 120 partners use cookies to store information on your device.</p></div>
<table><tr><td><div><div><h1>Mine kills two</h1><div class="text"><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div>
</div></div></td></tr></table></body></html>"""

OLD = f"""<!-- saved from url=(0051)http://www.oldpaper.example/2024/02/08/mine.htm -->
<HTML><HEAD><TITLE>Old Paper: Mine kills two near Tal Nour</TITLE></HEAD><BODY><TABLE><TR>
<TD><A href="/">Front page</A><BR><A href="/n">National</A></TD>
<TD><H1><FONT size=4>Mine kills two near Tal Nour</FONT></H1><P>By Sara Haddad<P>TAL NOUR: {FIRST}<P>{SECOND}<P>{THIRD}
<P><A href="#">Printer friendly version</A> | <A href="#">Top of page</A></TD></TR>
<TR><TD>&copy; Old Paper Chronicle. Reproduction prohibited.</TD></TR></TABLE></BODY></HTML>"""

NOT_FOUND = """<html><head><title>404 - Page not found | The Delta Courier</title></head><body><h1>Page not found</h1>
<p>The page that you are looking for may have been moved or removed. Try a search.</p></body></html>"""

LISTING = (
    "<html><head><title>World news | The Delta Courier</title></head><body><main><h1>World</h1>"
    + "".join(
        f'<div class="teaser"><h2><a href="/{i}">Report number {i} of the day from the river</a></h2>'
        f"<p>The army said on Monday that patrol number {i} had found nothing on the road by the mill.</p></div>"
        for i in range(12)
    )
    + "</main></body></html>"
)

WALL = """<html><head><title>Mine kills two near Tal Nour</title></head><body><h1>Mine kills two near Tal Nour</h1>
<div><p>Subscribe to continue reading this article.</p><p>Already a subscriber? Log in to read the full story here.</p>
</div></body></html>"""

SHELL = """<html><head><title>The Delta Courier</title></head><body><div id="root"></div>
<script>window.start()</script><noscript>You need to enable JavaScript to run this app.</noscript></body></html>"""
