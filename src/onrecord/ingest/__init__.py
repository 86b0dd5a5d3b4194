"""From bytes to reports: pages and texts become articles, or a reason why they do not.

>>> article = read_text("Two killed near Tal Nour\\n\\nA mine killed two men on Monday, the army said. (AFP)")
>>> article.title.of(article.text), article.agency
('Two killed near Tal Nour', 'AFP')

Nothing is lost: every visible line of a pasted text is in the article's text or in its ``left_out``, and every input
gives an article or a :class:`~onrecord.core.extraction.Skipped`. The caller's word (:class:`Given`) wins over what is
read.
"""

from onrecord.ingest.given import Given
from onrecord.ingest.inputs import InputSize, count_inputs, list_files, read_bytes, read_input
from onrecord.ingest.page import read_html
from onrecord.ingest.pasted import read_text

__all__ = ["Given", "InputSize", "count_inputs", "list_files", "read_bytes", "read_html", "read_input", "read_text"]
