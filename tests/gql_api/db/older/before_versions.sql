-- A database of the releases that kept no version: its tables as they were made, a few rows in each.

CREATE TABLE jobs (
  id VARCHAR(64) NOT NULL,
  kind VARCHAR(16) NOT NULL,
  account VARCHAR(64) NOT NULL,
  origin VARCHAR(200) NOT NULL,
  state VARCHAR(32) NOT NULL,
  revision INTEGER NOT NULL,
  prepare_id VARCHAR(64),
  prepare_revision INTEGER,
  step VARCHAR(32),
  percent INTEGER NOT NULL,
  slot_at BIGINT,
  expires_at BIGINT,
  last_seq INTEGER NOT NULL,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(prepare_id) REFERENCES jobs (id)
);
CREATE INDEX jobs_by_account ON jobs (account, state);
CREATE INDEX jobs_by_age ON jobs (created_at);
CREATE INDEX jobs_by_preparation ON jobs (prepare_id);

CREATE TABLE runs (
  job_id VARCHAR(64) NOT NULL,
  revision INTEGER NOT NULL,
  dry_run BOOLEAN NOT NULL,
  listing TEXT NOT NULL,
  result TEXT,
  state VARCHAR(32),
  PRIMARY KEY (job_id, revision),
  FOREIGN KEY(job_id) REFERENCES jobs (id)
);

CREATE TABLE events (
  job_id VARCHAR(64) NOT NULL,
  seq INTEGER NOT NULL,
  event TEXT NOT NULL,
  PRIMARY KEY (job_id, seq),
  FOREIGN KEY(job_id) REFERENCES jobs (id)
);

CREATE TABLE idempotency_keys (
  operation VARCHAR(16) NOT NULL,
  "key" VARCHAR(255) NOT NULL,
  fingerprint VARCHAR(64) NOT NULL,
  job_id VARCHAR(64) NOT NULL,
  revision INTEGER NOT NULL,
  PRIMARY KEY (operation, "key"),
  FOREIGN KEY(job_id) REFERENCES jobs (id)
);

CREATE TABLE intents (
  publish_id VARCHAR(64) NOT NULL,
  prepare_id VARCHAR(64) NOT NULL,
  revision INTEGER NOT NULL,
  account VARCHAR(64) NOT NULL,
  state VARCHAR(16) NOT NULL,
  acting_at BIGINT,
  closed_at BIGINT,
  PRIMARY KEY (publish_id),
  FOREIGN KEY(publish_id) REFERENCES jobs (id),
  FOREIGN KEY(prepare_id) REFERENCES jobs (id)
);
CREATE UNIQUE INDEX one_yes_per_revision ON intents (prepare_id, revision) WHERE state <> 'failed';
CREATE INDEX intents_by_click ON intents (acting_at);

CREATE TABLE photos (
  id VARCHAR(64) NOT NULL,
  digest VARCHAR(64) NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  size INTEGER NOT NULL,
  filename VARCHAR(255),
  created_at BIGINT NOT NULL,
  PRIMARY KEY (id)
);

CREATE TABLE account_rests (
  account VARCHAR(64) NOT NULL,
  reason VARCHAR(64) NOT NULL,
  until BIGINT NOT NULL,
  PRIMARY KEY (account)
);

INSERT INTO jobs (id, kind, account, origin, state, revision, prepare_id, prepare_revision, step, percent, slot_at, expires_at, last_seq, created_at, updated_at) VALUES
  ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
   'prepare',
   'default',
   'https://www.vinted.fr',
   'done',
   2,
   NULL,
   NULL,
   'photos',
   100,
   NULL,
   NULL,
   7,
   1795348801000000,
   1795348815000000);

INSERT INTO jobs (id, kind, account, origin, state, revision, prepare_id, prepare_revision, step, percent, slot_at, expires_at, last_seq, created_at, updated_at) VALUES
  ('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
   'publish',
   'default',
   'https://www.vinted.fr',
   'done',
   1,
   'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
   2,
   NULL,
   100,
   NULL,
   NULL,
   2,
   1795348812000000,
   1795348815000000);

INSERT INTO jobs (id, kind, account, origin, state, revision, prepare_id, prepare_revision, step, percent, slot_at, expires_at, last_seq, created_at, updated_at) VALUES
  ('cccccccccccccccccccccccccccccccc',
   'prepare',
   'default',
   'https://www.vinted.fr',
   'awaiting_confirmation',
   1,
   NULL,
   NULL,
   NULL,
   0,
   NULL,
   1795349716000000,
   2,
   1795348816000000,
   1795348816000000);

INSERT INTO jobs (id, kind, account, origin, state, revision, prepare_id, prepare_revision, step, percent, slot_at, expires_at, last_seq, created_at, updated_at) VALUES
  ('dddddddddddddddddddddddddddddddd',
   'publish',
   'default',
   'https://www.vinted.fr',
   'queued',
   1,
   'cccccccccccccccccccccccccccccccc',
   1,
   NULL,
   0,
   NULL,
   NULL,
   1,
   1795348817000000,
   1795348817000000);

INSERT INTO runs (job_id, revision, dry_run, listing, result, state) VALUES
  ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
   1,
   TRUE,
   '{"title":"Hoodie Diesel","description":"Bon état","price":{"amount":"35.00","currency":"EUR"},"category":"Homme > Sweats","brand":"Diesel","size":"L","condition":"bon","color":"noir","material":null,"parcel_size":null,"unisex":null,"photos":[{"id":"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee","path":"photos/ee/eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee.jpg","digest":"9999999999999999999999999999999999999999999999999999999999999999","width":800,"height":600}],"answers":{}}',
   '{"outcome":"not_ready","reason":"questions","problem":null,"username":null,"fields":[],"questions":[{"field":"category","asked":"Sacs","reason":"two branches","candidates":[{"option":{"id":"1811","label":"Sweats","parents":["Homme"]},"score":0.81,"reason":"words"}]}],"warnings":[],"errors":{},"reading":null,"preview_url":null,"picture_id":"11111111111111111111111111111111","draft_id":null,"confirm_token":null,"expires_at":null,"listing_id":null,"listing_url":null,"listing_urls":[]}',
   'awaiting_answers');

INSERT INTO runs (job_id, revision, dry_run, listing, result, state) VALUES
  ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
   2,
   TRUE,
   '{"title":"Hoodie Diesel","description":"Bon état","price":{"amount":"35.00","currency":"EUR"},"category":"Homme > Sweats","brand":"Diesel","size":"L","condition":"bon","color":"noir","material":null,"parcel_size":null,"unisex":null,"photos":[{"id":"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee","path":"photos/ee/eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee.jpg","digest":"9999999999999999999999999999999999999999999999999999999999999999","width":800,"height":600}],"answers":{"category":"1811"}}',
   '{"outcome":"prepared","reason":null,"problem":null,"username":"demo","fields":[{"name":"condition","asked":"bon","chosen":"Bon état","option_id":"3","score":0.97,"reason":"synonym","alternatives":[{"option":{"id":"1811","label":"Sweats","parents":["Homme"]},"score":0.81,"reason":"words"}],"rank":1}],"questions":[],"warnings":[],"errors":{},"reading":{"values":{"title":"Hoodie Diesel"},"photo_count":1},"preview_url":"https://www.vinted.fr/items/new","picture_id":"22222222222222222222222222222222","draft_id":null,"confirm_token":"token","expires_at":"2026-11-22T12:15:11Z","listing_id":null,"listing_url":null,"listing_urls":[]}',
   'awaiting_confirmation');

INSERT INTO runs (job_id, revision, dry_run, listing, result, state) VALUES
  ('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
   1,
   FALSE,
   '{"title":"Hoodie Diesel","description":"Bon état","price":{"amount":"35.00","currency":"EUR"},"category":"Homme > Sweats","brand":"Diesel","size":"L","condition":"bon","color":"noir","material":null,"parcel_size":null,"unisex":null,"photos":[{"id":"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee","path":"photos/ee/eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee.jpg","digest":"9999999999999999999999999999999999999999999999999999999999999999","width":800,"height":600}],"answers":{}}',
   '{"outcome":"published","reason":null,"problem":null,"username":null,"fields":[],"questions":[],"warnings":[],"errors":{},"reading":null,"preview_url":null,"picture_id":"33333333333333333333333333333333","draft_id":null,"confirm_token":null,"expires_at":null,"listing_id":"4711","listing_url":"https://www.vinted.fr/items/4711","listing_urls":[]}',
   'done');

INSERT INTO runs (job_id, revision, dry_run, listing, result, state) VALUES
  ('cccccccccccccccccccccccccccccccc',
   1,
   TRUE,
   '{"title":"Hoodie Diesel","description":"Bon état","price":{"amount":"35.00","currency":"EUR"},"category":"Homme > Sweats","brand":"Diesel","size":"L","condition":"bon","color":"noir","material":null,"parcel_size":null,"unisex":null,"photos":[{"id":"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee","path":"photos/ee/eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee.jpg","digest":"9999999999999999999999999999999999999999999999999999999999999999","width":800,"height":600}],"answers":{}}',
   '{"outcome":"prepared","reason":null,"problem":null,"username":null,"fields":[],"questions":[],"warnings":[],"errors":{},"reading":{"values":{"title":"Hoodie Diesel"},"photo_count":1},"preview_url":null,"picture_id":null,"draft_id":null,"confirm_token":"token","expires_at":"2026-11-22T12:15:16Z","listing_id":null,"listing_url":null,"listing_urls":[]}',
   'awaiting_confirmation');

INSERT INTO runs (job_id, revision, dry_run, listing, result, state) VALUES
  ('dddddddddddddddddddddddddddddddd',
   1,
   FALSE,
   '{"title":"Hoodie Diesel","description":"Bon état","price":{"amount":"35.00","currency":"EUR"},"category":"Homme > Sweats","brand":"Diesel","size":"L","condition":"bon","color":"noir","material":null,"parcel_size":null,"unisex":null,"photos":[{"id":"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee","path":"photos/ee/eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee.jpg","digest":"9999999999999999999999999999999999999999999999999999999999999999","width":800,"height":600}],"answers":{}}',
   NULL,
   NULL);

INSERT INTO events (job_id, seq, event) VALUES
  ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
   1,
   '{"job_id":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","seq":1,"at":"2026-11-22T12:00:01Z","state":"queued","revision":1,"percent":0,"step":null,"done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null}');

INSERT INTO events (job_id, seq, event) VALUES
  ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
   2,
   '{"job_id":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","seq":2,"at":"2026-11-22T12:00:06Z","state":"running","revision":1,"percent":40,"step":"category","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null}');

INSERT INTO events (job_id, seq, event) VALUES
  ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
   3,
   '{"job_id":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","seq":3,"at":"2026-11-22T12:00:06Z","state":"awaiting_answers","revision":1,"percent":100,"step":null,"done":null,"total":null,"outcome":"not_ready","reason":"questions","problem":null,"slot_at":null}');

INSERT INTO events (job_id, seq, event) VALUES
  ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
   4,
   '{"job_id":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","seq":4,"at":"2026-11-22T12:00:11Z","state":"queued","revision":2,"percent":0,"step":null,"done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null}');

INSERT INTO events (job_id, seq, event) VALUES
  ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
   5,
   '{"job_id":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","seq":5,"at":"2026-11-22T12:00:11Z","state":"running","revision":2,"percent":10,"step":"photos","done":1,"total":1,"outcome":null,"reason":null,"problem":null,"slot_at":null}');

INSERT INTO events (job_id, seq, event) VALUES
  ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
   6,
   '{"job_id":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","seq":6,"at":"2026-11-22T12:00:11Z","state":"awaiting_confirmation","revision":2,"percent":100,"step":null,"done":null,"total":null,"outcome":"prepared","reason":null,"problem":null,"slot_at":null}');

INSERT INTO events (job_id, seq, event) VALUES
  ('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
   1,
   '{"job_id":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb","seq":1,"at":"2026-11-22T12:00:12Z","state":"queued","revision":1,"percent":0,"step":null,"done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null}');

INSERT INTO events (job_id, seq, event) VALUES
  ('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
   2,
   '{"job_id":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb","seq":2,"at":"2026-11-22T12:00:15Z","state":"done","revision":1,"percent":100,"step":null,"done":null,"total":null,"outcome":"published","reason":null,"problem":null,"slot_at":null}');

INSERT INTO events (job_id, seq, event) VALUES
  ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
   7,
   '{"job_id":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","seq":7,"at":"2026-11-22T12:00:15Z","state":"done","revision":2,"percent":100,"step":null,"done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null}');

INSERT INTO events (job_id, seq, event) VALUES
  ('cccccccccccccccccccccccccccccccc',
   1,
   '{"job_id":"cccccccccccccccccccccccccccccccc","seq":1,"at":"2026-11-22T12:00:16Z","state":"queued","revision":1,"percent":0,"step":null,"done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null}');

INSERT INTO events (job_id, seq, event) VALUES
  ('cccccccccccccccccccccccccccccccc',
   2,
   '{"job_id":"cccccccccccccccccccccccccccccccc","seq":2,"at":"2026-11-22T12:00:16Z","state":"awaiting_confirmation","revision":1,"percent":0,"step":null,"done":null,"total":null,"outcome":"prepared","reason":null,"problem":null,"slot_at":null}');

INSERT INTO events (job_id, seq, event) VALUES
  ('dddddddddddddddddddddddddddddddd',
   1,
   '{"job_id":"dddddddddddddddddddddddddddddddd","seq":1,"at":"2026-11-22T12:00:17Z","state":"queued","revision":1,"percent":0,"step":null,"done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null}');

INSERT INTO idempotency_keys (operation, key, fingerprint, job_id, revision) VALUES
  ('prepare',
   'first',
   'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
   'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
   1);

INSERT INTO idempotency_keys (operation, key, fingerprint, job_id, revision) VALUES
  ('prepare',
   'second',
   'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee',
   'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
   2);

INSERT INTO idempotency_keys (operation, key, fingerprint, job_id, revision) VALUES
  ('publish',
   'abc123',
   'dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd',
   'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
   1);

INSERT INTO intents (publish_id, prepare_id, revision, account, state, acting_at, closed_at) VALUES
  ('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
   'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
   2,
   'default',
   'done',
   1795348812000000,
   1795348815000000);

INSERT INTO intents (publish_id, prepare_id, revision, account, state, acting_at, closed_at) VALUES
  ('dddddddddddddddddddddddddddddddd',
   'cccccccccccccccccccccccccccccccc',
   1,
   'default',
   'intended',
   NULL,
   NULL);

INSERT INTO photos (id, digest, width, height, size, filename, created_at) VALUES
  ('eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee',
   '9999999999999999999999999999999999999999999999999999999999999999',
   800,
   600,
   12345,
   'hoodie.jpg',
   1795348800000000);

INSERT INTO account_rests (account, reason, until) VALUES
  ('other',
   'captcha_or_verification',
   1795352400000000);
