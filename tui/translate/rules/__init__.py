"""Apertium: translation by rules, through Spanish, with what it spoils put right around it.

`engine` is the engine, `programs` runs Apertium's, `readings` sits in their pipe, and the tables
and rules of `shield`, `wording`, `before` and `after` work on the text before and after.
"""
