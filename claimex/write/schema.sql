-- The tables of claimex's SQLite output. `key` is a row's own number; `id` is the id that the JSON has, unique within its
-- article only. Column names are the JSON's, except that dates' `from` and `to` are `first` and `last`.
CREATE TABLE articles (
  key INTEGER PRIMARY KEY, id TEXT NOT NULL, source TEXT, line INTEGER, title TEXT, url TEXT, published TEXT, published_grain TEXT,
  published_how TEXT, published_evidence TEXT, text TEXT, offsets TEXT NOT NULL, sha256 TEXT NOT NULL, language TEXT,
  model TEXT, model_version TEXT, model_digest TEXT, model_ops TEXT, ner TEXT, ner_digest TEXT, claimex TEXT, schema TEXT,
  meta TEXT
);
CREATE TABLE sentences (
  article INTEGER NOT NULL REFERENCES articles(key) ON DELETE CASCADE, number INTEGER NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, PRIMARY KEY (article, number)
) WITHOUT ROWID;
CREATE TABLE entities (
  key INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles(key) ON DELETE CASCADE, id TEXT NOT NULL,
  label TEXT NOT NULL, name TEXT NOT NULL, country TEXT, kb TEXT
);
CREATE TABLE mentions (
  key INTEGER PRIMARY KEY, entity INTEGER NOT NULL REFERENCES entities(key) ON DELETE CASCADE,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL, kind TEXT NOT NULL, label TEXT
);
CREATE TABLE dates (
  key INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles(key) ON DELETE CASCADE, id TEXT NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL, type TEXT NOT NULL, value TEXT, mod TEXT,
  first TEXT, last TEXT, anchor TEXT, rule TEXT NOT NULL, unresolved TEXT
);
CREATE TABLE quantities (
  key INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles(key) ON DELETE CASCADE, id TEXT NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL, value, low, high, unit TEXT, kind TEXT NOT NULL,
  approx TEXT NOT NULL
);
CREATE TABLE claims (
  key INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles(key) ON DELETE CASCADE, id TEXT NOT NULL,
  family TEXT NOT NULL, statement TEXT NOT NULL, text TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  sentence INTEGER NOT NULL, cue TEXT NOT NULL, cue_start INTEGER NOT NULL, cue_end INTEGER NOT NULL, pattern TEXT NOT NULL,
  subject TEXT, subject_start INTEGER, subject_end INTEGER, subject_entity INTEGER REFERENCES entities(key),
  speaker TEXT, speaker_start INTEGER, speaker_end INTEGER, speaker_entity INTEGER REFERENCES entities(key), speaker_kind TEXT,
  speaker_cue TEXT, polarity TEXT NOT NULL, certainty TEXT NOT NULL, tense TEXT NOT NULL, worth REAL, worth_why TEXT,
  question TEXT NOT NULL, refuted_by TEXT NOT NULL, window_from TEXT, window_to TEXT, window_open INTEGER, implies TEXT, unresolved TEXT
);
CREATE TABLE slots (
  key INTEGER PRIMARY KEY, claim INTEGER NOT NULL REFERENCES claims(key) ON DELETE CASCADE, name TEXT NOT NULL, value,
  start INTEGER, "end" INTEGER, parts TEXT, date INTEGER REFERENCES dates(key), quantity INTEGER REFERENCES quantities(key),
  implied INTEGER
);
CREATE TABLE claim_dates (
  claim INTEGER NOT NULL REFERENCES claims(key) ON DELETE CASCADE, place INTEGER NOT NULL,
  date INTEGER NOT NULL REFERENCES dates(key), PRIMARY KEY (claim, place)
) WITHOUT ROWID;
CREATE TABLE claim_quantities (
  claim INTEGER NOT NULL REFERENCES claims(key) ON DELETE CASCADE, place INTEGER NOT NULL,
  quantity INTEGER NOT NULL REFERENCES quantities(key), PRIMARY KEY (claim, place)
) WITHOUT ROWID;
CREATE TABLE claim_places (
  claim INTEGER NOT NULL REFERENCES claims(key) ON DELETE CASCADE, place INTEGER NOT NULL,
  entity INTEGER NOT NULL REFERENCES entities(key), PRIMARY KEY (claim, place)
) WITHOUT ROWID;
CREATE TABLE links (
  key INTEGER PRIMARY KEY, kind TEXT NOT NULL, claim INTEGER NOT NULL REFERENCES claims(key) ON DELETE CASCADE,
  other INTEGER NOT NULL REFERENCES claims(key) ON DELETE CASCADE, why TEXT NOT NULL
);
