-- What is made after all rows are in: indexes on the keys that point to other tables, and full-text search with the triggers that
-- keep it in step when rows are changed later.
CREATE INDEX articles_id ON articles(id);
CREATE INDEX entities_article ON entities(article);
CREATE INDEX entities_name ON entities(name);
CREATE INDEX mentions_entity ON mentions(entity);
CREATE INDEX dates_article ON dates(article);
CREATE INDEX quantities_article ON quantities(article);
CREATE INDEX claims_article ON claims(article);
CREATE INDEX claims_id ON claims(id);
CREATE INDEX claims_family ON claims(family);
CREATE INDEX claims_subject_entity ON claims(subject_entity);
CREATE INDEX claims_speaker_entity ON claims(speaker_entity);
CREATE INDEX slots_claim ON slots(claim);
CREATE INDEX claim_dates_date ON claim_dates(date);
CREATE INDEX claim_quantities_quantity ON claim_quantities(quantity);
CREATE INDEX claim_places_entity ON claim_places(entity);
CREATE INDEX links_claim ON links(claim);
CREATE INDEX links_other ON links(other);

CREATE VIRTUAL TABLE articles_fts USING fts5(title, text, content="articles", content_rowid='key', tokenize='porter unicode61');
INSERT INTO articles_fts(articles_fts) VALUES ('rebuild');
CREATE TRIGGER articles_after_insert AFTER INSERT ON articles BEGIN
  INSERT INTO articles_fts(rowid, title, text) VALUES (new.key, new.title, new.text);
END;
CREATE TRIGGER articles_after_delete AFTER DELETE ON articles BEGIN
  INSERT INTO articles_fts(articles_fts, rowid, title, text) VALUES ('delete', old.key, old.title, old.text);
END;
CREATE TRIGGER articles_after_update AFTER UPDATE ON articles BEGIN
  INSERT INTO articles_fts(articles_fts, rowid, title, text) VALUES ('delete', old.key, old.title, old.text);
  INSERT INTO articles_fts(rowid, title, text) VALUES (new.key, new.title, new.text);
END;

CREATE VIRTUAL TABLE claims_fts USING fts5(
  statement, text, subject, speaker, content="claims", content_rowid='key', tokenize='porter unicode61'
);
INSERT INTO claims_fts(claims_fts) VALUES ('rebuild');
CREATE TRIGGER claims_after_insert AFTER INSERT ON claims BEGIN
  INSERT INTO claims_fts(rowid, statement, text, subject, speaker)
  VALUES (new.key, new.statement, new.text, new.subject, new.speaker);
END;
CREATE TRIGGER claims_after_delete AFTER DELETE ON claims BEGIN
  INSERT INTO claims_fts(claims_fts, rowid, statement, text, subject, speaker)
  VALUES ('delete', old.key, old.statement, old.text, old.subject, old.speaker);
END;
CREATE TRIGGER claims_after_update AFTER UPDATE ON claims BEGIN
  INSERT INTO claims_fts(claims_fts, rowid, statement, text, subject, speaker)
  VALUES ('delete', old.key, old.statement, old.text, old.subject, old.speaker);
  INSERT INTO claims_fts(rowid, statement, text, subject, speaker)
  VALUES (new.key, new.statement, new.text, new.subject, new.speaker);
END;

CREATE VIEW checklist AS
SELECT claims.id, claims.family, claims.statement, claims.speaker, claims.question, claims.refuted_by, claims.window_from,
  claims.window_to, claims.worth, articles.title AS article, articles.published, articles.url, articles.source
FROM claims JOIN articles ON articles.key = claims.article
ORDER BY claims.key;
ANALYZE;
