"""Translation models on this machine: where they are, and how they come and go.

The models folder (`edicola dirs` names it) holds one folder for each model:

    firefox/it-en/   model.iten….bin, vocab.iten.spm (or srcvocab… and trgvocab…), lex….iten….bin
    argos/it_en/     an Argos package, unpacked: metadata.json, model/, sentencepiece.model

Beside the model's files stands `edicola-model.json`, written when it was installed:

    {"format": "edicola.model/1", "engine": "firefox", "source": "it", "target": "en",
     "version": "2.0", "origin": "where it came from",
     "files": {"vocab.iten.spm": {"size": 816054, "sha256": "…"}, …}}
"""
