"""Engines of this machine that run a model, each in a process of its own.

Nothing of an article leaves the machine through them. A process can die, hang or be given broken
files; none of that reaches the reader but as one line for a sentence.
"""
