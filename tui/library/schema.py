"""The tables of the newsstand."""

MIGRATIONS = (
    """
    CREATE TABLE feeds (
        id INTEGER PRIMARY KEY, url TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL DEFAULT '', name TEXT NOT NULL DEFAULT '',
        folder TEXT NOT NULL DEFAULT '', site TEXT NOT NULL DEFAULT '',
        language TEXT NOT NULL DEFAULT '', full_text INTEGER NOT NULL DEFAULT 0,
        unread INTEGER NOT NULL DEFAULT 0, total INTEGER NOT NULL DEFAULT 0,
        added INTEGER NOT NULL, checked INTEGER, due INTEGER,
        failing_since INTEGER, reason TEXT NOT NULL DEFAULT '',
        failures INTEGER NOT NULL DEFAULT 0, pending INTEGER NOT NULL DEFAULT 0,
        removed INTEGER
    );
    CREATE TABLE articles (
        id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, feed INTEGER NOT NULL,
        title TEXT NOT NULL, translation TEXT NOT NULL DEFAULT '',
        rough INTEGER NOT NULL DEFAULT 0, author TEXT NOT NULL, link TEXT NOT NULL,
        language TEXT NOT NULL, published INTEGER, received INTEGER NOT NULL, sort INTEGER NOT NULL,
        read INTEGER NOT NULL DEFAULT 0, starred INTEGER NOT NULL DEFAULT 0,
        later INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX articles_newest ON articles (sort DESC, id DESC);
    CREATE INDEX articles_unread ON articles (sort DESC, id DESC) WHERE read = 0;
    CREATE INDEX articles_starred ON articles (sort DESC, id DESC) WHERE starred = 1;
    CREATE INDEX articles_later ON articles (sort DESC, id DESC) WHERE later = 1;
    CREATE INDEX articles_untranslated ON articles (sort DESC, id DESC) WHERE translation = '';
    CREATE TABLE entries (
        feed INTEGER NOT NULL, entry TEXT NOT NULL, article INTEGER NOT NULL,
        PRIMARY KEY (feed, entry)
    ) WITHOUT ROWID;
    CREATE INDEX entries_article ON entries (article);
    CREATE INDEX entries_entry ON entries (entry);
    CREATE TABLE placed (
        feed INTEGER NOT NULL, sort INTEGER NOT NULL, article INTEGER NOT NULL,
        PRIMARY KEY (feed, sort, article)
    ) WITHOUT ROWID;
    CREATE INDEX placed_article ON placed (article);
    CREATE TABLE texts (
        article INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL,
        translation TEXT NOT NULL DEFAULT '', speakers TEXT NOT NULL DEFAULT '',
        dates TEXT NOT NULL DEFAULT ''
    );
    CREATE VIRTUAL TABLE search USING fts5 (
        title, body, translation, speakers, dates, content = 'texts', content_rowid = 'article',
        tokenize = 'unicode61 remove_diacritics 2'
    );
    CREATE TABLE bodies (
        article INTEGER PRIMARY KEY, kinds TEXT NOT NULL DEFAULT '',
        other TEXT NOT NULL DEFAULT '', other_kinds TEXT NOT NULL DEFAULT '',
        from_page INTEGER NOT NULL DEFAULT 0, truncated INTEGER NOT NULL DEFAULT 0,
        page_tried INTEGER NOT NULL DEFAULT 0, analysed INTEGER NOT NULL DEFAULT 0,
        links TEXT NOT NULL DEFAULT ''
    );
    CREATE INDEX bodies_unanalysed ON bodies (article) WHERE analysed = 0;
    CREATE TABLE searches (id INTEGER PRIMARY KEY, name TEXT NOT NULL, query TEXT NOT NULL UNIQUE);
    CREATE TABLE undoable (
        id INTEGER PRIMARY KEY, label TEXT NOT NULL, at INTEGER NOT NULL, data TEXT NOT NULL
    );
    CREATE TABLE outbox (
        seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL, value TEXT NOT NULL,
        UNIQUE (kind, subject)
    );
    CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TRIGGER read_changed AFTER UPDATE OF read ON articles WHEN old.read <> new.read BEGIN
        UPDATE feeds SET unread = unread + old.read - new.read
        WHERE id IN (SELECT feed FROM placed WHERE article = new.id);
    END;
    CREATE TRIGGER placed_added AFTER INSERT ON placed BEGIN
        UPDATE feeds SET total = total + 1,
            unread = unread + 1 - (SELECT read FROM articles WHERE id = new.article)
        WHERE id = new.feed;
    END;
    CREATE TRIGGER text_added AFTER INSERT ON texts BEGIN
        INSERT INTO search (rowid, title, body, translation, speakers, dates)
        VALUES (new.article, new.title, new.body, new.translation, new.speakers, new.dates);
    END;
    CREATE TRIGGER text_changed AFTER UPDATE ON texts BEGIN
        INSERT INTO search (search, rowid, title, body, translation, speakers, dates)
        VALUES ('delete', old.article, old.title, old.body, old.translation, old.speakers,
            old.dates);
        INSERT INTO search (rowid, title, body, translation, speakers, dates)
        VALUES (new.article, new.title, new.body, new.translation, new.speakers, new.dates);
    END;
    CREATE TRIGGER text_removed AFTER DELETE ON texts BEGIN
        INSERT INTO search (search, rowid, title, body, translation, speakers, dates)
        VALUES ('delete', old.article, old.title, old.body, old.translation, old.speakers,
            old.dates);
    END;
    """,
    """
    -- Beginnings of words are looked up, not gathered from every word that begins so.
    DROP TABLE search;
    CREATE VIRTUAL TABLE search USING fts5 (
        title, body, translation, speakers, dates, content = 'texts', content_rowid = 'article',
        tokenize = 'unicode61 remove_diacritics 2', prefix = '3'
    );
    INSERT INTO search (search) VALUES ('rebuild');
    """,
)
