"""Engines of this machine: models run in processes of their own, and Apertium's programs.

Nothing of an article leaves the machine through them. Each can die, hang or be given broken files;
none of that reaches the reader but as one line for a sentence.
"""
