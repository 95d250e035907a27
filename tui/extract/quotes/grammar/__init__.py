"""The grammar of a sentence whose names and quotations are words: verbs, groups, subjects."""
