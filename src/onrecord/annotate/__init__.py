"""What the words say: sentences, mentions, attributions, events and predicates, each on its span, with a probability.

The only room that runs the encoder. :mod:`~onrecord.annotate.annotator` is its door; docs/weights.md has what the
weights were trained on and what they can do.
"""
