BEGIN TRANSACTION;
CREATE TABLE "account_rests" (
	account VARCHAR(128) NOT NULL, 
	reason VARCHAR(64) NOT NULL, 
	until BIGINT NOT NULL, 
	PRIMARY KEY (account)
);
CREATE TABLE "aliases" (
	id VARCHAR(64) NOT NULL, 
	account VARCHAR(128) NOT NULL, 
	field VARCHAR(64) NOT NULL, 
	words VARCHAR(400) NOT NULL, 
	written VARCHAR(400) NOT NULL, 
	options TEXT NOT NULL, 
	created_at BIGINT NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT aliases_by_words UNIQUE (account, field, words)
);
CREATE TABLE api_keys (
	id VARCHAR(64) NOT NULL, 
	name VARCHAR(64) NOT NULL, 
	hint VARCHAR(16) NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	scopes VARCHAR(64) NOT NULL, 
	subject VARCHAR(255), 
	created_at BIGINT NOT NULL, 
	expires_at BIGINT, 
	revoked_at BIGINT, 
	PRIMARY KEY (id), 
	CONSTRAINT api_keys_by_digest UNIQUE (digest)
);
CREATE TABLE application_versions (
    version_id TEXT NOT NULL PRIMARY KEY,
    version_name TEXT NOT NULL UNIQUE,
    version_timestamp INTEGER NOT NULL DEFAULT (strftime('%s','now') * 1000),
    created_at INTEGER NOT NULL DEFAULT (strftime('%s','now') * 1000)
, "application_name" TEXT DEFAULT NULL);
INSERT INTO "application_versions" VALUES('7d1726a6-3705-4589-9ece-eb1cefe92c98','2',1795872946972,1795872946972,'fripier');
CREATE TABLE dbos_migrations (version INTEGER NOT NULL PRIMARY KEY);
INSERT INTO "dbos_migrations" VALUES(125);
CREATE TABLE errands (
	id VARCHAR(64) NOT NULL, 
	kind VARCHAR(16) NOT NULL, 
	request TEXT NOT NULL, 
	answer TEXT, 
	worker VARCHAR(64), 
	created_at BIGINT NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE events (
	job_id VARCHAR(64) NOT NULL, 
	seq INTEGER NOT NULL, 
	event TEXT NOT NULL, 
	PRIMARY KEY (job_id, seq), 
	FOREIGN KEY(job_id) REFERENCES jobs (id)
);
INSERT INTO "events" VALUES('ec1d8cc7c15045cfbefe3479eea9c6b8',1,'{"job_id":"ec1d8cc7c15045cfbefe3479eea9c6b8","seq":1,"at":"2026-11-28T13:35:48.913078Z","state":"queued","revision":1,"percent":0,"step":null,"done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('ec1d8cc7c15045cfbefe3479eea9c6b8',2,'{"job_id":"ec1d8cc7c15045cfbefe3479eea9c6b8","seq":2,"at":"2026-11-28T13:35:49.097882Z","state":"running","revision":1,"percent":0,"step":null,"done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('ec1d8cc7c15045cfbefe3479eea9c6b8',3,'{"job_id":"ec1d8cc7c15045cfbefe3479eea9c6b8","seq":3,"at":"2026-11-28T13:35:49.164669Z","state":"running","revision":1,"percent":0,"step":"open","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('ec1d8cc7c15045cfbefe3479eea9c6b8',4,'{"job_id":"ec1d8cc7c15045cfbefe3479eea9c6b8","seq":4,"at":"2026-11-28T13:35:49.564960Z","state":"running","revision":1,"percent":5,"step":"account","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('ec1d8cc7c15045cfbefe3479eea9c6b8',5,'{"job_id":"ec1d8cc7c15045cfbefe3479eea9c6b8","seq":5,"at":"2026-11-28T13:35:49.630817Z","state":"running","revision":1,"percent":10,"step":"photos","done":0,"total":1,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('ec1d8cc7c15045cfbefe3479eea9c6b8',6,'{"job_id":"ec1d8cc7c15045cfbefe3479eea9c6b8","seq":6,"at":"2026-11-28T13:35:49.728175Z","state":"running","revision":1,"percent":28,"step":"photos","done":1,"total":1,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('ec1d8cc7c15045cfbefe3479eea9c6b8',7,'{"job_id":"ec1d8cc7c15045cfbefe3479eea9c6b8","seq":7,"at":"2026-11-28T13:35:49.740296Z","state":"running","revision":1,"percent":30,"step":"title","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('ec1d8cc7c15045cfbefe3479eea9c6b8',8,'{"job_id":"ec1d8cc7c15045cfbefe3479eea9c6b8","seq":8,"at":"2026-11-28T13:35:49.787630Z","state":"running","revision":1,"percent":34,"step":"description","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('ec1d8cc7c15045cfbefe3479eea9c6b8',9,'{"job_id":"ec1d8cc7c15045cfbefe3479eea9c6b8","seq":9,"at":"2026-11-28T13:35:49.818586Z","state":"running","revision":1,"percent":38,"step":"category","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('ec1d8cc7c15045cfbefe3479eea9c6b8',10,'{"job_id":"ec1d8cc7c15045cfbefe3479eea9c6b8","seq":10,"at":"2026-11-28T13:35:50.470171Z","state":"running","revision":1,"percent":45,"step":"brand","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('ec1d8cc7c15045cfbefe3479eea9c6b8',11,'{"job_id":"ec1d8cc7c15045cfbefe3479eea9c6b8","seq":11,"at":"2026-11-28T13:35:51.309640Z","state":"running","revision":1,"percent":50,"step":"size","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('ec1d8cc7c15045cfbefe3479eea9c6b8',12,'{"job_id":"ec1d8cc7c15045cfbefe3479eea9c6b8","seq":12,"at":"2026-11-28T13:35:51.417721Z","state":"running","revision":1,"percent":55,"step":"condition","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('ec1d8cc7c15045cfbefe3479eea9c6b8',13,'{"job_id":"ec1d8cc7c15045cfbefe3479eea9c6b8","seq":13,"at":"2026-11-28T13:35:51.473153Z","state":"running","revision":1,"percent":60,"step":"color","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('ec1d8cc7c15045cfbefe3479eea9c6b8',14,'{"job_id":"ec1d8cc7c15045cfbefe3479eea9c6b8","seq":14,"at":"2026-11-28T13:35:51.662926Z","state":"running","revision":1,"percent":65,"step":"material","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('ec1d8cc7c15045cfbefe3479eea9c6b8',15,'{"job_id":"ec1d8cc7c15045cfbefe3479eea9c6b8","seq":15,"at":"2026-11-28T13:35:51.690507Z","state":"running","revision":1,"percent":70,"step":"parcel_size","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('ec1d8cc7c15045cfbefe3479eea9c6b8',16,'{"job_id":"ec1d8cc7c15045cfbefe3479eea9c6b8","seq":16,"at":"2026-11-28T13:35:51.716065Z","state":"running","revision":1,"percent":78,"step":"price","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('ec1d8cc7c15045cfbefe3479eea9c6b8',17,'{"job_id":"ec1d8cc7c15045cfbefe3479eea9c6b8","seq":17,"at":"2026-11-28T13:35:51.807697Z","state":"running","revision":1,"percent":88,"step":"review","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('ec1d8cc7c15045cfbefe3479eea9c6b8',18,'{"job_id":"ec1d8cc7c15045cfbefe3479eea9c6b8","seq":18,"at":"2026-11-28T13:35:51.831359Z","state":"running","revision":1,"percent":96,"step":"picture","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('ec1d8cc7c15045cfbefe3479eea9c6b8',19,'{"job_id":"ec1d8cc7c15045cfbefe3479eea9c6b8","seq":19,"at":"2026-11-28T13:35:51.997588Z","state":"awaiting_confirmation","revision":1,"percent":100,"step":null,"done":null,"total":null,"outcome":"prepared","reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('24b307eecd9b42ca886407cc2b4842f6',1,'{"job_id":"24b307eecd9b42ca886407cc2b4842f6","seq":1,"at":"2026-11-28T13:35:52.007409Z","state":"queued","revision":1,"percent":0,"step":null,"done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('24b307eecd9b42ca886407cc2b4842f6',2,'{"job_id":"24b307eecd9b42ca886407cc2b4842f6","seq":2,"at":"2026-11-28T13:35:52.298486Z","state":"running","revision":1,"percent":0,"step":null,"done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('24b307eecd9b42ca886407cc2b4842f6',3,'{"job_id":"24b307eecd9b42ca886407cc2b4842f6","seq":3,"at":"2026-11-28T13:35:52.367593Z","state":"running","revision":1,"percent":0,"step":"open","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('24b307eecd9b42ca886407cc2b4842f6',4,'{"job_id":"24b307eecd9b42ca886407cc2b4842f6","seq":4,"at":"2026-11-28T13:35:52.647536Z","state":"running","revision":1,"percent":5,"step":"account","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('24b307eecd9b42ca886407cc2b4842f6',5,'{"job_id":"24b307eecd9b42ca886407cc2b4842f6","seq":5,"at":"2026-11-28T13:35:52.703638Z","state":"running","revision":1,"percent":10,"step":"photos","done":0,"total":1,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('24b307eecd9b42ca886407cc2b4842f6',6,'{"job_id":"24b307eecd9b42ca886407cc2b4842f6","seq":6,"at":"2026-11-28T13:35:52.775231Z","state":"running","revision":1,"percent":28,"step":"photos","done":1,"total":1,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('24b307eecd9b42ca886407cc2b4842f6',7,'{"job_id":"24b307eecd9b42ca886407cc2b4842f6","seq":7,"at":"2026-11-28T13:35:52.794329Z","state":"running","revision":1,"percent":30,"step":"title","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('24b307eecd9b42ca886407cc2b4842f6',8,'{"job_id":"24b307eecd9b42ca886407cc2b4842f6","seq":8,"at":"2026-11-28T13:35:52.838544Z","state":"running","revision":1,"percent":34,"step":"description","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('24b307eecd9b42ca886407cc2b4842f6',9,'{"job_id":"24b307eecd9b42ca886407cc2b4842f6","seq":9,"at":"2026-11-28T13:35:52.870587Z","state":"running","revision":1,"percent":38,"step":"category","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('24b307eecd9b42ca886407cc2b4842f6',10,'{"job_id":"24b307eecd9b42ca886407cc2b4842f6","seq":10,"at":"2026-11-28T13:35:53.109562Z","state":"running","revision":1,"percent":45,"step":"brand","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('24b307eecd9b42ca886407cc2b4842f6',11,'{"job_id":"24b307eecd9b42ca886407cc2b4842f6","seq":11,"at":"2026-11-28T13:35:53.709334Z","state":"running","revision":1,"percent":50,"step":"size","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('24b307eecd9b42ca886407cc2b4842f6',12,'{"job_id":"24b307eecd9b42ca886407cc2b4842f6","seq":12,"at":"2026-11-28T13:35:53.764608Z","state":"running","revision":1,"percent":55,"step":"condition","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('24b307eecd9b42ca886407cc2b4842f6',13,'{"job_id":"24b307eecd9b42ca886407cc2b4842f6","seq":13,"at":"2026-11-28T13:35:53.815814Z","state":"running","revision":1,"percent":60,"step":"color","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('24b307eecd9b42ca886407cc2b4842f6',14,'{"job_id":"24b307eecd9b42ca886407cc2b4842f6","seq":14,"at":"2026-11-28T13:35:53.953394Z","state":"running","revision":1,"percent":65,"step":"material","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('24b307eecd9b42ca886407cc2b4842f6',15,'{"job_id":"24b307eecd9b42ca886407cc2b4842f6","seq":15,"at":"2026-11-28T13:35:53.955698Z","state":"running","revision":1,"percent":70,"step":"parcel_size","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('24b307eecd9b42ca886407cc2b4842f6',16,'{"job_id":"24b307eecd9b42ca886407cc2b4842f6","seq":16,"at":"2026-11-28T13:35:54.039932Z","state":"running","revision":1,"percent":78,"step":"price","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('24b307eecd9b42ca886407cc2b4842f6',17,'{"job_id":"24b307eecd9b42ca886407cc2b4842f6","seq":17,"at":"2026-11-28T13:35:54.128558Z","state":"running","revision":1,"percent":88,"step":"review","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('24b307eecd9b42ca886407cc2b4842f6',18,'{"job_id":"24b307eecd9b42ca886407cc2b4842f6","seq":18,"at":"2026-11-28T13:35:54.164788Z","state":"running","revision":1,"percent":90,"step":"save_draft","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('24b307eecd9b42ca886407cc2b4842f6',19,'{"job_id":"24b307eecd9b42ca886407cc2b4842f6","seq":19,"at":"2026-11-28T13:35:54.545529Z","state":"running","revision":1,"percent":88,"step":"review","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('24b307eecd9b42ca886407cc2b4842f6',20,'{"job_id":"24b307eecd9b42ca886407cc2b4842f6","seq":20,"at":"2026-11-28T13:35:54.557135Z","state":"running","revision":1,"percent":96,"step":"picture","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('24b307eecd9b42ca886407cc2b4842f6',21,'{"job_id":"24b307eecd9b42ca886407cc2b4842f6","seq":21,"at":"2026-11-28T13:35:54.855460Z","state":"awaiting_confirmation","revision":1,"percent":100,"step":null,"done":null,"total":null,"outcome":"draft_saved","reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('0418e8a5a948471d977e85bb95ec765d',1,'{"job_id":"0418e8a5a948471d977e85bb95ec765d","seq":1,"at":"2026-11-28T13:35:54.859925Z","state":"queued","revision":1,"percent":0,"step":null,"done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('0418e8a5a948471d977e85bb95ec765d',2,'{"job_id":"0418e8a5a948471d977e85bb95ec765d","seq":2,"at":"2026-11-28T13:35:55.327152Z","state":"running","revision":1,"percent":0,"step":null,"done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('0418e8a5a948471d977e85bb95ec765d',3,'{"job_id":"0418e8a5a948471d977e85bb95ec765d","seq":3,"at":"2026-11-28T13:35:55.706957Z","state":"running","revision":1,"percent":0,"step":"open","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('0418e8a5a948471d977e85bb95ec765d',4,'{"job_id":"0418e8a5a948471d977e85bb95ec765d","seq":4,"at":"2026-11-28T13:35:55.973588Z","state":"running","revision":1,"percent":5,"step":"account","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('0418e8a5a948471d977e85bb95ec765d',5,'{"job_id":"0418e8a5a948471d977e85bb95ec765d","seq":5,"at":"2026-11-28T13:35:56.059267Z","state":"running","revision":1,"percent":10,"step":"photos","done":0,"total":1,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('0418e8a5a948471d977e85bb95ec765d',6,'{"job_id":"0418e8a5a948471d977e85bb95ec765d","seq":6,"at":"2026-11-28T13:35:56.408181Z","state":"running","revision":1,"percent":28,"step":"photos","done":1,"total":1,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('0418e8a5a948471d977e85bb95ec765d',7,'{"job_id":"0418e8a5a948471d977e85bb95ec765d","seq":7,"at":"2026-11-28T13:35:56.419335Z","state":"running","revision":1,"percent":30,"step":"title","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('0418e8a5a948471d977e85bb95ec765d',8,'{"job_id":"0418e8a5a948471d977e85bb95ec765d","seq":8,"at":"2026-11-28T13:35:56.493184Z","state":"running","revision":1,"percent":34,"step":"description","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('0418e8a5a948471d977e85bb95ec765d',9,'{"job_id":"0418e8a5a948471d977e85bb95ec765d","seq":9,"at":"2026-11-28T13:35:56.533247Z","state":"running","revision":1,"percent":38,"step":"category","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('0418e8a5a948471d977e85bb95ec765d',10,'{"job_id":"0418e8a5a948471d977e85bb95ec765d","seq":10,"at":"2026-11-28T13:35:57.124599Z","state":"running","revision":1,"percent":45,"step":"brand","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('0418e8a5a948471d977e85bb95ec765d',11,'{"job_id":"0418e8a5a948471d977e85bb95ec765d","seq":11,"at":"2026-11-28T13:35:58.097795Z","state":"running","revision":1,"percent":50,"step":"size","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('0418e8a5a948471d977e85bb95ec765d',12,'{"job_id":"0418e8a5a948471d977e85bb95ec765d","seq":12,"at":"2026-11-28T13:35:58.288089Z","state":"running","revision":1,"percent":55,"step":"condition","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('0418e8a5a948471d977e85bb95ec765d',13,'{"job_id":"0418e8a5a948471d977e85bb95ec765d","seq":13,"at":"2026-11-28T13:35:58.658311Z","state":"running","revision":1,"percent":60,"step":"color","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('0418e8a5a948471d977e85bb95ec765d',14,'{"job_id":"0418e8a5a948471d977e85bb95ec765d","seq":14,"at":"2026-11-28T13:35:58.863293Z","state":"running","revision":1,"percent":65,"step":"material","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('0418e8a5a948471d977e85bb95ec765d',15,'{"job_id":"0418e8a5a948471d977e85bb95ec765d","seq":15,"at":"2026-11-28T13:35:58.879619Z","state":"running","revision":1,"percent":70,"step":"parcel_size","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('0418e8a5a948471d977e85bb95ec765d',16,'{"job_id":"0418e8a5a948471d977e85bb95ec765d","seq":16,"at":"2026-11-28T13:35:58.936808Z","state":"running","revision":1,"percent":78,"step":"price","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('0418e8a5a948471d977e85bb95ec765d',17,'{"job_id":"0418e8a5a948471d977e85bb95ec765d","seq":17,"at":"2026-11-28T13:35:59.048698Z","state":"running","revision":1,"percent":88,"step":"review","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('0418e8a5a948471d977e85bb95ec765d',18,'{"job_id":"0418e8a5a948471d977e85bb95ec765d","seq":18,"at":"2026-11-28T13:35:59.088080Z","state":"running","revision":1,"percent":96,"step":"picture","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('0418e8a5a948471d977e85bb95ec765d',19,'{"job_id":"0418e8a5a948471d977e85bb95ec765d","seq":19,"at":"2026-11-28T13:35:59.327067Z","state":"awaiting_confirmation","revision":1,"percent":100,"step":null,"done":null,"total":null,"outcome":"prepared","reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('c34cbfa31c3a4125843c90c9cb2f8174',1,'{"job_id":"c34cbfa31c3a4125843c90c9cb2f8174","seq":1,"at":"2026-11-28T13:35:59.365238Z","state":"queued","revision":1,"percent":0,"step":null,"done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('c34cbfa31c3a4125843c90c9cb2f8174',2,'{"job_id":"c34cbfa31c3a4125843c90c9cb2f8174","seq":2,"at":"2026-11-28T13:35:59.606025Z","state":"running","revision":1,"percent":0,"step":null,"done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('c34cbfa31c3a4125843c90c9cb2f8174',3,'{"job_id":"c34cbfa31c3a4125843c90c9cb2f8174","seq":3,"at":"2026-11-28T13:35:59.784171Z","state":"running","revision":1,"percent":0,"step":null,"done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('c34cbfa31c3a4125843c90c9cb2f8174',4,'{"job_id":"c34cbfa31c3a4125843c90c9cb2f8174","seq":4,"at":"2026-11-28T13:36:00.145529Z","state":"running","revision":1,"percent":10,"step":"compare","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('c34cbfa31c3a4125843c90c9cb2f8174',5,'{"job_id":"c34cbfa31c3a4125843c90c9cb2f8174","seq":5,"at":"2026-11-28T13:36:00.195827Z","state":"running","revision":1,"percent":40,"step":"submit","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('c34cbfa31c3a4125843c90c9cb2f8174',6,'{"job_id":"c34cbfa31c3a4125843c90c9cb2f8174","seq":6,"at":"2026-11-28T13:36:00.860773Z","state":"running","revision":1,"percent":50,"step":"look_up","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('c34cbfa31c3a4125843c90c9cb2f8174',7,'{"job_id":"c34cbfa31c3a4125843c90c9cb2f8174","seq":7,"at":"2026-11-28T13:36:01.452738Z","state":"running","revision":1,"percent":56,"step":"look_up","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('c34cbfa31c3a4125843c90c9cb2f8174',8,'{"job_id":"c34cbfa31c3a4125843c90c9cb2f8174","seq":8,"at":"2026-11-28T13:36:02.686339Z","state":"running","revision":1,"percent":69,"step":"look_up","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('c34cbfa31c3a4125843c90c9cb2f8174',9,'{"job_id":"c34cbfa31c3a4125843c90c9cb2f8174","seq":9,"at":"2026-11-28T13:36:03.503817Z","state":"running","revision":1,"percent":77,"step":"look_up","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('c34cbfa31c3a4125843c90c9cb2f8174',10,'{"job_id":"c34cbfa31c3a4125843c90c9cb2f8174","seq":10,"at":"2026-11-28T13:36:04.337090Z","state":"running","revision":1,"percent":86,"step":"look_up","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('c34cbfa31c3a4125843c90c9cb2f8174',11,'{"job_id":"c34cbfa31c3a4125843c90c9cb2f8174","seq":11,"at":"2026-11-28T13:36:05.129166Z","state":"running","revision":1,"percent":94,"step":"look_up","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('c34cbfa31c3a4125843c90c9cb2f8174',12,'{"job_id":"c34cbfa31c3a4125843c90c9cb2f8174","seq":12,"at":"2026-11-28T13:36:05.988740Z","state":"running","revision":1,"percent":95,"step":"look_up","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('c34cbfa31c3a4125843c90c9cb2f8174',13,'{"job_id":"c34cbfa31c3a4125843c90c9cb2f8174","seq":13,"at":"2026-11-28T13:36:07.259435Z","state":"running","revision":1,"percent":95,"step":"look_up","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('c34cbfa31c3a4125843c90c9cb2f8174',14,'{"job_id":"c34cbfa31c3a4125843c90c9cb2f8174","seq":14,"at":"2026-11-28T13:36:08.133577Z","state":"running","revision":1,"percent":95,"step":"look_up","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('c34cbfa31c3a4125843c90c9cb2f8174',15,'{"job_id":"c34cbfa31c3a4125843c90c9cb2f8174","seq":15,"at":"2026-11-28T13:36:08.980897Z","state":"running","revision":1,"percent":95,"step":"look_up","done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('c34cbfa31c3a4125843c90c9cb2f8174',16,'{"job_id":"c34cbfa31c3a4125843c90c9cb2f8174","seq":16,"at":"2026-11-28T13:36:09.111534Z","state":"done","revision":1,"percent":100,"step":null,"done":null,"total":null,"outcome":"outcome_unknown","reason":"wardrobe_unreadable","problem":null,"slot_at":null,"owner":""}');
INSERT INTO "events" VALUES('47715c67b2fa48f8858f9241ad156dea',1,'{"job_id":"47715c67b2fa48f8858f9241ad156dea","seq":1,"at":"2026-11-28T13:36:10.581049Z","state":"queued","revision":1,"percent":0,"step":null,"done":null,"total":null,"outcome":null,"reason":null,"problem":null,"slot_at":null,"owner":""}');
CREATE TABLE "examinations" (
	account VARCHAR(128) NOT NULL, 
	begun_at BIGINT NOT NULL, 
	report TEXT, 
	PRIMARY KEY (account)
);
CREATE TABLE fripier_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT fripier_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "fripier_version" VALUES('0006');
CREATE TABLE idempotency_keys (
	owner VARCHAR(32) DEFAULT '' NOT NULL, 
	operation VARCHAR(16) NOT NULL, 
	"key" VARCHAR(255) NOT NULL, 
	fingerprint VARCHAR(64) NOT NULL, 
	job_id VARCHAR(64) NOT NULL, 
	revision INTEGER NOT NULL, 
	PRIMARY KEY (owner, operation, "key"), 
	FOREIGN KEY(job_id) REFERENCES jobs (id)
);
CREATE TABLE "intents" (
	publish_id VARCHAR(64) NOT NULL, 
	prepare_id VARCHAR(64) NOT NULL, 
	revision INTEGER NOT NULL, 
	account VARCHAR(128) NOT NULL, 
	state VARCHAR(16) NOT NULL, 
	acting_at BIGINT, 
	closed_at BIGINT, 
	picture_id VARCHAR(64), 
	picture_digest VARCHAR(64), 
	owner VARCHAR(64), 
	known TEXT, 
	draft_id VARCHAR(64), 
	PRIMARY KEY (publish_id), 
	FOREIGN KEY(publish_id) REFERENCES jobs (id), 
	FOREIGN KEY(prepare_id) REFERENCES jobs (id)
);
INSERT INTO "intents" VALUES('c34cbfa31c3a4125843c90c9cb2f8174','0418e8a5a948471d977e85bb95ec765d',1,'default','unknown',1795872960228871,1795872969111534,'31d2a86886f44ffdbbfe2e1077ac6e96','c5f4f43ffa745c3b5375182c1ab77297ec33a79dbbe887c72319e5c70ea54239','204117953','["7512400101"]',NULL);
CREATE TABLE "jobs" (
	id VARCHAR(64) NOT NULL, 
	kind VARCHAR(16) NOT NULL, 
	account VARCHAR(128) NOT NULL, 
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
	approved_by VARCHAR(200), owner VARCHAR(32) DEFAULT '' NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(prepare_id) REFERENCES jobs (id)
);
INSERT INTO "jobs" VALUES('ec1d8cc7c15045cfbefe3479eea9c6b8','prepare','default','http://127.0.0.1:41739','awaiting_confirmation',1,NULL,NULL,'picture',100,NULL,1795873851996419,19,1795872948910984,1795872951997588,NULL,'');
INSERT INTO "jobs" VALUES('24b307eecd9b42ca886407cc2b4842f6','prepare','default','http://127.0.0.1:41739','awaiting_confirmation',1,NULL,NULL,'picture',100,NULL,1795873854854504,21,1795872952006402,1795872954855460,NULL,'');
INSERT INTO "jobs" VALUES('0418e8a5a948471d977e85bb95ec765d','prepare','default','http://127.0.0.1:41739','awaiting_confirmation',1,NULL,NULL,'picture',100,NULL,1795873859325945,19,1795872954858996,1795872959327067,NULL,'');
INSERT INTO "jobs" VALUES('c34cbfa31c3a4125843c90c9cb2f8174','publish','default','http://127.0.0.1:41739','done',1,'0418e8a5a948471d977e85bb95ec765d',1,'look_up',100,NULL,NULL,16,1795872959332016,1795872969111534,NULL,'');
INSERT INTO "jobs" VALUES('47715c67b2fa48f8858f9241ad156dea','prepare','default','http://127.0.0.1:41739','queued',1,NULL,NULL,NULL,0,NULL,NULL,1,1795872969135805,1795872970581049,NULL,'');
CREATE TABLE notifications (
    message_uuid TEXT NOT NULL DEFAULT (hex(randomblob(16))) PRIMARY KEY,
    destination_uuid TEXT NOT NULL,
    topic TEXT,
    message TEXT NOT NULL,
    created_at_epoch_ms INTEGER NOT NULL DEFAULT (strftime('%s','now') * 1000), "serialization" TEXT DEFAULT NULL, "consumed" BOOLEAN NOT NULL DEFAULT FALSE, consumed_by_function_id INTEGER,
    FOREIGN KEY (destination_uuid) REFERENCES workflow_status(workflow_uuid) 
        ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE TABLE "operation_outputs" (
    workflow_uuid TEXT NOT NULL,
    function_id INTEGER NOT NULL,
    function_name TEXT NOT NULL DEFAULT '',
    output TEXT,
    error TEXT,
    child_workflow_id TEXT,
    started_at_epoch_ms INTEGER,
    completed_at_epoch_ms INTEGER,
    serialization TEXT,
    application_name TEXT DEFAULT NULL,
    retention_timestamp INTEGER NOT NULL DEFAULT (strftime('%s','now') * 1000),
    PRIMARY KEY (workflow_uuid, function_id)
);
INSERT INTO "operation_outputs" VALUES('ec1d8cc7c15045cfbefe3479eea9c6b8.1',1,'fill','null',NULL,NULL,1795872949088,1795872952015,'portable_json','fripier',1795872952017);
INSERT INTO "operation_outputs" VALUES('24b307eecd9b42ca886407cc2b4842f6.1',1,'fill','null',NULL,NULL,1795872952294,1795872954868,'portable_json','fripier',1795872954869);
INSERT INTO "operation_outputs" VALUES('0418e8a5a948471d977e85bb95ec765d.1',1,'fill','null',NULL,NULL,1795872955325,1795872959372,'portable_json','fripier',1795872959373);
INSERT INTO "operation_outputs" VALUES('c34cbfa31c3a4125843c90c9cb2f8174.1',1,'intend','true',NULL,NULL,1795872959545,1795872959589,'portable_json','fripier',1795872959591);
INSERT INTO "operation_outputs" VALUES('c34cbfa31c3a4125843c90c9cb2f8174.1',2,'compare','true',NULL,NULL,1795872959598,1795872959776,'portable_json','fripier',1795872959777);
INSERT INTO "operation_outputs" VALUES('c34cbfa31c3a4125843c90c9cb2f8174.1',3,'slot','true',NULL,NULL,1795872959780,1795872959800,'portable_json','fripier',1795872959801);
INSERT INTO "operation_outputs" VALUES('c34cbfa31c3a4125843c90c9cb2f8174.1',4,'click','{"answered_at":"2026-11-28T13:36:00.836094+00:00","picture":{"id":"9fc9c94c06f94c43b51b328958e7ae8f","digest":"89dd05bc6839d066607c0085aeda9f622c055fca3527cd90acaea17423c31473"}}',NULL,NULL,1795872959816,1795872960850,'portable_json','fripier',1795872960851);
INSERT INTO "operation_outputs" VALUES('c34cbfa31c3a4125843c90c9cb2f8174.1',5,'look_up','null',NULL,NULL,1795872960856,1795872969122,'portable_json','fripier',1795872969125);
CREATE TABLE photos (
	id VARCHAR(64) NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	width INTEGER NOT NULL, 
	height INTEGER NOT NULL, 
	size INTEGER NOT NULL, 
	filename VARCHAR(255), 
	created_at BIGINT NOT NULL, owner VARCHAR(32) DEFAULT '' NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "photos" VALUES('2139eee9956b51fb2b4fbb2b730810b5','09c4d131ada949a44c6bfabbf8c5c83c3455ccb6cee28cf41c377b3640a153da',1200,1600,55939,'photo.jpg',1795872948908923,'');
CREATE TABLE queues (
    queue_id TEXT PRIMARY KEY DEFAULT (hex(randomblob(16))),
    name TEXT NOT NULL UNIQUE,
    concurrency INTEGER,
    worker_concurrency INTEGER,
    rate_limit_max INTEGER,
    rate_limit_period_sec REAL,
    priority_enabled BOOLEAN NOT NULL DEFAULT FALSE,
    partition_queue BOOLEAN NOT NULL DEFAULT FALSE,
    polling_interval_sec REAL NOT NULL DEFAULT 1.0,
    created_at INTEGER NOT NULL DEFAULT (strftime('%s','now') * 1000),
    updated_at INTEGER NOT NULL DEFAULT (strftime('%s','now') * 1000)
, "application_name" TEXT DEFAULT NULL, "partition_concurrency" INTEGER DEFAULT NULL, "partition_worker_concurrency" INTEGER DEFAULT NULL, "partition_rate_limit_max" INTEGER DEFAULT NULL, "partition_rate_limit_period_sec" REAL DEFAULT NULL);
INSERT INTO "queues" VALUES('CE068E9711D8A8EA1A140B8D306E4F62','jobs',NULL,4,NULL,NULL,1,1,0.5,1795872947017,1795872947014,'fripier',1,NULL,NULL,NULL);
INSERT INTO "queues" VALUES('502B66E87AB9A3E5FA608A0ECEA232B5','clicks',NULL,8,NULL,NULL,1,1,0.25,1795872947022,1795872947019,'fripier',1,NULL,NULL,NULL);
CREATE TABLE receipts (
	job_id VARCHAR(64) NOT NULL, 
	number INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	created_at BIGINT NOT NULL, owner VARCHAR(32) DEFAULT '' NOT NULL, 
	PRIMARY KEY (job_id, number)
);
INSERT INTO "receipts" VALUES('c34cbfa31c3a4125843c90c9cb2f8174',1,'eyJhbGciOiJFZDI1NTE5Iiwia2lkIjoiaFNzd3VwekY2QWg0TFdxQWpObDYzemxJTS1wNGx3NHdIekhRZWN6R1NMdyIsInR5cCI6ImZyaXBpZXItcmVjZWlwdCtqd3QifQ.eyJ2ZXJzaW9uIjoxLCJqdGkiOiJjMzRjYmZhMzFjM2E0MTI1ODQzYzkwYzljYjJmODE3NC4xIiwiaWF0IjoxNzk1ODcyOTY5LCJudW1iZXIiOjEsInN1cGVyc2VkZXMiOm51bGwsInNvZnR3YXJlIjoiZnJpcGllciAwLjEuMCIsImpvYiI6eyJpZCI6ImMzNGNiZmEzMWMzYTQxMjU4NDNjOTBjOWNiMmY4MTc0IiwiYWNjb3VudCI6ImRlZmF1bHQiLCJtYXJrZXQiOiJodHRwOi8vMTI3LjAuMC4xOjQxNzM5IiwicHJlcGFyYXRpb24iOiIwNDE4ZThhNWE5NDg0NzFkOTc3ZTg1YmI5NWVjNzY1ZCIsInJldmlzaW9uIjoxfSwiY29udGVudCI6eyJzaGEyNTYiOiIyNDE1ZjUwZWRmN2ZiMDM1NzdmNWE3MzBhZWUzNTI0ZjQ2NjY2NjY1M2UyMTA3NmNjNTExNmRkMjAyY2QwMzk0IiwicGhvdG9zIjpbIjA5YzRkMTMxYWRhOTQ5YTQ0YzZiZmFiYmY4YzVjODNjMzQ1NWNjYjZjZWUyOGNmNDFjMzc3YjM2NDBhMTUzZGEiXX0sImFwcHJvdmFsIjp7ImJ5IjpudWxsLCJhdCI6IjIwMjYtMTEtMjhUMTM6MzU6NTkuMzMyMDE2WiIsInBpY3R1cmUiOnsiaWQiOiJjYzkzZDU0ODcyOTg0MzA4YTc0MGQxMzQwNTNkNWFhNSIsInNoYTI1NiI6ImM1ZjRmNDNmZmE3NDVjM2I1Mzc1MTgyYzFhYjc3Mjk3ZWMzM2E3OWRiYmU4ODdjNzIzMTllNWM3MGVhNTQyMzkifX0sImZlbmNlX2F0IjoiMjAyNi0xMS0yOFQxMzozNjowMC4yMjg4NzFaIiwiYW5zd2VyIjp7ImF0IjoiMjAyNi0xMS0yOFQxMzozNjowOS4xMTE1MzRaIiwib3V0Y29tZSI6Im91dGNvbWVfdW5rbm93biIsInJlYXNvbiI6IndhcmRyb2JlX3VucmVhZGFibGUiLCJsaXN0aW5nX2lkIjpudWxsLCJsaXN0aW5nX3VybCI6bnVsbCwibGlzdGluZ191cmxzIjpbXSwicmVmdXNlZF9maWVsZHMiOltdLCJyZXNvbHZlZF9ieSI6bnVsbH0sInBpY3R1cmVzIjp7ImJlZm9yZSI6eyJpZCI6IjMxZDJhODY4ODZmNDRmZmRiYmZlMmUxMDc3YWM2ZTk2Iiwic2hhMjU2IjoiYzVmNGY0M2ZmYTc0NWMzYjUzNzUxODJjMWFiNzcyOTdlYzMzYTc5ZGJiZTg4N2M3MjMxOWU1YzcwZWE1NDIzOSJ9LCJhZnRlciI6eyJpZCI6IjlmYzljOTRjMDZmOTRjNDNiNTFiMzI4OTU4ZTdhZThmIiwic2hhMjU2IjoiODlkZDA1YmM2ODM5ZDA2NjYwN2MwMDg1YWVkYTlmNjIyYzA1NWZjYTM1MjdjZDkwYWNhZWExNzQyM2MzMTQ3MyJ9fSwibG9jYXRvcl9wYWNrIjpudWxsfQ.oPVorUcV_k6RtobXY5aLSXuO15q_ygc9JTALjwGnXIlr2mn2-DWl9kfxP4RoY2oy962y9qgXQW9yiF3LwrWDAA',1795872969111534,'');
CREATE TABLE runs (
	job_id VARCHAR(64) NOT NULL, 
	revision INTEGER NOT NULL, 
	dry_run BOOLEAN NOT NULL, 
	listing TEXT NOT NULL, 
	result TEXT, 
	state VARCHAR(32), trace VARCHAR(64), 
	PRIMARY KEY (job_id, revision), 
	FOREIGN KEY(job_id) REFERENCES jobs (id)
);
INSERT INTO "runs" VALUES('ec1d8cc7c15045cfbefe3479eea9c6b8',1,1,'{"title":"Hoodie Diesel","description":"Bon état","price":{"amount":"35.00","currency":"EUR"},"category":"Homme > Sweats","brand":"Diesel","size":"L","condition":"bon","color":"noir","material":null,"parcel_size":null,"unisex":null,"photos":[{"id":"2139eee9956b51fb2b4fbb2b730810b5","path":"/tmp/older-data/photos/21/2139eee9956b51fb2b4fbb2b730810b5.jpg","digest":"09c4d131ada949a44c6bfabbf8c5c83c3455ccb6cee28cf41c377b3640a153da","width":1200,"height":1600}],"answers":{},"aliases":[],"advice":[]}','{"outcome":"prepared","reason":null,"problem":null,"username":"demo","fields":[{"name":"photos","asked":"1","chosen":"1","option_id":null,"score":1.0,"reason":"as given","alternatives":[],"rank":0},{"name":"title","asked":"Hoodie Diesel","chosen":"Hoodie Diesel","option_id":null,"score":1.0,"reason":"as given","alternatives":[],"rank":0},{"name":"description","asked":"Bon état","chosen":"Bon état","option_id":null,"score":1.0,"reason":"as given","alternatives":[],"rank":0},{"name":"category","asked":"Homme > Sweats","chosen":"Sweats","option_id":"1811","score":1.0,"reason":"same words","alternatives":[{"option":{"id":"585","label":"Pulls & sweats","parents":["Hommes","Vêtements","Vêtements de sport & accessoires"]},"score":0.801,"reason":"one of the things it names"},{"option":{"id":"264","label":"Sweats à col V","parents":["Hommes","Vêtements","Sweats & Pulls"]},"score":0.7,"reason":"names only its branch"},{"option":{"id":"265","label":"Pulls à col roulé","parents":["Hommes","Vêtements","Sweats & Pulls"]},"score":0.7,"reason":"names only its branch"},{"option":{"id":"266","label":"Cardigans","parents":["Hommes","Vêtements","Sweats & Pulls"]},"score":0.7,"reason":"names only its branch"}],"rank":0},{"name":"brand","asked":"Diesel","chosen":"Diesel","option_id":"161","score":1.0,"reason":"same name","alternatives":[],"rank":0},{"name":"size","asked":"L","chosen":"L","option_id":"209","score":1.0,"reason":"same size","alternatives":[],"rank":0},{"name":"condition","asked":"bon","chosen":"Bon état","option_id":"3","score":0.96,"reason":"known words","alternatives":[],"rank":0},{"name":"color","asked":"noir","chosen":"Noir","option_id":"1","score":1.0,"reason":"same words","alternatives":[],"rank":0},{"name":"parcel_size","asked":null,"chosen":"Petit","option_id":"1","score":1.0,"reason":"recommended by the site","alternatives":[],"rank":0},{"name":"price","asked":"35.00 EUR","chosen":"35,00 €","option_id":null,"score":1.0,"reason":"as given","alternatives":[],"rank":0}],"questions":[],"warnings":[],"errors":{},"reading":{"values":{"brand":"Diesel","bump":"no","category":"Sweats","color":"Noir","condition":"Bon état","description":"Bon état","parcel_size":"1","price":"35.00 EUR","size":"L","title":"Hoodie Diesel"},"photo_count":1},"preview_url":"http://127.0.0.1:41739/items/new","picture_id":"86757be6bd674890b18a5f8797933e58","picture_digest":"66ed794066c96699961dc249c9307eb8d5c13f7c9f1027e42e9b2158c378824d","draft_id":null,"confirm_token":"fc_gAAAAABrCti394uLGd6sHNcJDW5m34gRP4lE80BrYV7ABWmF_eCow464y8CMCsj98h_JJ-DqhRBDb0xwG93ZSMThBeTlL4_r6cylHU6-laoT1utZoq-PLDrrE6AqyTI5XemdxAahxVwDO2Y58VQEfvUNU28nufQyi-h2VOUZzO7irnVd_dBPSohj1BaWFrpJvB6qxLFfx822Hjcx44IuID5FAMEzzL5mz7jmDZa-6N1siB10jG2kbah-le2yMsqPyyy8LkX7II1sEOc8XYbz9ksrbod9FoYRP8-5fXfvEgXojcc_MWMeoXBTkheN_DUzXh87wn1LnmIB05zxQVGTlxp7Fz0qeE4rkp8MzQRgS4kFMGBWwEVE0inK3uCXtwiWlr98wgq-GiVelXZJ2ClsrPgQyGxOkdTO91-SAEE0ThGrgKlnpZYxZfcCcy37pLnDZcYTVRBd7BPCCTY7R49T9SoI21cZSMf2SKOvuv-9iZd75c0AwwpLA-0KrC3_gf9xmrgPJgEk-0sA","expires_at":"2026-11-28T13:50:51.996419Z","listing_id":null,"listing_url":null,"listing_urls":[],"resolved_by":null,"build_id":null}','awaiting_confirmation',NULL);
INSERT INTO "runs" VALUES('24b307eecd9b42ca886407cc2b4842f6',1,0,'{"title":"Jupe bleue","description":"Bon état","price":{"amount":"35.00","currency":"EUR"},"category":"Homme > Sweats","brand":"Diesel","size":"L","condition":"bon","color":"noir","material":null,"parcel_size":null,"unisex":null,"photos":[{"id":"2139eee9956b51fb2b4fbb2b730810b5","path":"/tmp/older-data/photos/21/2139eee9956b51fb2b4fbb2b730810b5.jpg","digest":"09c4d131ada949a44c6bfabbf8c5c83c3455ccb6cee28cf41c377b3640a153da","width":1200,"height":1600}],"answers":{},"aliases":[],"advice":[]}','{"outcome":"draft_saved","reason":null,"problem":null,"username":"demo","fields":[{"name":"photos","asked":"1","chosen":"1","option_id":null,"score":1.0,"reason":"as given","alternatives":[],"rank":0},{"name":"title","asked":"Jupe bleue","chosen":"Jupe bleue","option_id":null,"score":1.0,"reason":"as given","alternatives":[],"rank":0},{"name":"description","asked":"Bon état","chosen":"Bon état","option_id":null,"score":1.0,"reason":"as given","alternatives":[],"rank":0},{"name":"category","asked":"Homme > Sweats","chosen":"Sweats","option_id":"1811","score":1.0,"reason":"same words","alternatives":[{"option":{"id":"585","label":"Pulls & sweats","parents":["Hommes","Vêtements","Vêtements de sport & accessoires"]},"score":0.801,"reason":"one of the things it names"},{"option":{"id":"264","label":"Sweats à col V","parents":["Hommes","Vêtements","Sweats & Pulls"]},"score":0.7,"reason":"names only its branch"},{"option":{"id":"265","label":"Pulls à col roulé","parents":["Hommes","Vêtements","Sweats & Pulls"]},"score":0.7,"reason":"names only its branch"},{"option":{"id":"266","label":"Cardigans","parents":["Hommes","Vêtements","Sweats & Pulls"]},"score":0.7,"reason":"names only its branch"}],"rank":0},{"name":"brand","asked":"Diesel","chosen":"Diesel","option_id":"161","score":1.0,"reason":"same name","alternatives":[],"rank":0},{"name":"size","asked":"L","chosen":"L","option_id":"209","score":1.0,"reason":"same size","alternatives":[],"rank":0},{"name":"condition","asked":"bon","chosen":"Bon état","option_id":"3","score":0.96,"reason":"known words","alternatives":[],"rank":0},{"name":"color","asked":"noir","chosen":"Noir","option_id":"1","score":1.0,"reason":"same words","alternatives":[],"rank":0},{"name":"parcel_size","asked":null,"chosen":"Petit","option_id":"1","score":1.0,"reason":"recommended by the site","alternatives":[],"rank":0},{"name":"price","asked":"35.00 EUR","chosen":"35,00 €","option_id":null,"score":1.0,"reason":"as given","alternatives":[],"rank":0}],"questions":[],"warnings":[],"errors":{},"reading":{"values":{"brand":"Diesel","bump":"no","category":"Sweats","color":"Noir","condition":"Bon état","description":"Bon état","parcel_size":"1","price":"35.00 EUR","size":"L","title":"Jupe bleue"},"photo_count":1},"preview_url":"http://127.0.0.1:41739/items/7512400101/edit","picture_id":"e450c1e2f49f4a1cba8d10582c62c89f","picture_digest":"53ea0002f760115cc18755cbaaddfad363111d9f0386995927f18da6e3283b27","draft_id":"7512400101","confirm_token":"fc_gAAAAABrCti6_FT1oMThsHyQEprjwHK6SgiUqQnJ3hKQGBxgGDAHnTVINvGqq3WmFCesZBpxl_0O_TSEiLV2Umdtqw_a0MffQDZDmwU84EfwkAp4O3o5I4EHssurEPCQWVb3G8XIHKkm98hAd1tTLv2OFgFLp5uk6a6X8v1lxgHrF_DLloZN8ZIrlng15-LV0_Wcp0d5Bg4DIJZ0ozzUX_Gq0p5pIjaL4MujrDyVrU6gXFtHV_umca9RKERmlABFfgI4X2CyJnWmgtEHHMUByKECyY6wwXIfJKt6nYQb8ssS4FaV7L7sIYCH3Mf1PrmL2eF9julUy4IOOWWkBuzxjOY2FfWfNsCw09-plk9iUZQ0apoyNa-8uAyHhMfVQ-d4SB5ObOvGXujp5gQhyD_jZAUY20t6n0uh245jWarjZHLb2-gkp0H9hLnBS-XV4nmQApQbAFXI4jA6jYYxBm1eYbz2VjQxYsV_ZXjhEV9BZdiBztQkSp_kH5kp0tzVXq0kAiiaeNsxjvbv","expires_at":"2026-11-28T13:50:54.854504Z","listing_id":null,"listing_url":null,"listing_urls":[],"resolved_by":null,"build_id":null}','awaiting_confirmation',NULL);
INSERT INTO "runs" VALUES('0418e8a5a948471d977e85bb95ec765d',1,1,'{"title":"Robe noire","description":"Bon état","price":{"amount":"35.00","currency":"EUR"},"category":"Homme > Sweats","brand":"Diesel","size":"L","condition":"bon","color":"noir","material":null,"parcel_size":null,"unisex":null,"photos":[{"id":"2139eee9956b51fb2b4fbb2b730810b5","path":"/tmp/older-data/photos/21/2139eee9956b51fb2b4fbb2b730810b5.jpg","digest":"09c4d131ada949a44c6bfabbf8c5c83c3455ccb6cee28cf41c377b3640a153da","width":1200,"height":1600}],"answers":{},"aliases":[],"advice":[]}','{"outcome":"prepared","reason":null,"problem":null,"username":"demo","fields":[{"name":"photos","asked":"1","chosen":"1","option_id":null,"score":1.0,"reason":"as given","alternatives":[],"rank":0},{"name":"title","asked":"Robe noire","chosen":"Robe noire","option_id":null,"score":1.0,"reason":"as given","alternatives":[],"rank":0},{"name":"description","asked":"Bon état","chosen":"Bon état","option_id":null,"score":1.0,"reason":"as given","alternatives":[],"rank":0},{"name":"category","asked":"Homme > Sweats","chosen":"Sweats","option_id":"1811","score":1.0,"reason":"same words","alternatives":[{"option":{"id":"585","label":"Pulls & sweats","parents":["Hommes","Vêtements","Vêtements de sport & accessoires"]},"score":0.801,"reason":"one of the things it names"},{"option":{"id":"264","label":"Sweats à col V","parents":["Hommes","Vêtements","Sweats & Pulls"]},"score":0.7,"reason":"names only its branch"},{"option":{"id":"265","label":"Pulls à col roulé","parents":["Hommes","Vêtements","Sweats & Pulls"]},"score":0.7,"reason":"names only its branch"},{"option":{"id":"266","label":"Cardigans","parents":["Hommes","Vêtements","Sweats & Pulls"]},"score":0.7,"reason":"names only its branch"}],"rank":0},{"name":"brand","asked":"Diesel","chosen":"Diesel","option_id":"161","score":1.0,"reason":"same name","alternatives":[],"rank":0},{"name":"size","asked":"L","chosen":"L","option_id":"209","score":1.0,"reason":"same size","alternatives":[],"rank":0},{"name":"condition","asked":"bon","chosen":"Bon état","option_id":"3","score":0.96,"reason":"known words","alternatives":[],"rank":0},{"name":"color","asked":"noir","chosen":"Noir","option_id":"1","score":1.0,"reason":"same words","alternatives":[],"rank":0},{"name":"parcel_size","asked":null,"chosen":"Petit","option_id":"1","score":1.0,"reason":"recommended by the site","alternatives":[],"rank":0},{"name":"price","asked":"35.00 EUR","chosen":"35,00 €","option_id":null,"score":1.0,"reason":"as given","alternatives":[],"rank":0}],"questions":[],"warnings":[],"errors":{},"reading":{"values":{"brand":"Diesel","bump":"no","category":"Sweats","color":"Noir","condition":"Bon état","description":"Bon état","parcel_size":"1","price":"35.00 EUR","size":"L","title":"Robe noire"},"photo_count":1},"preview_url":"http://127.0.0.1:41739/items/new","picture_id":"cc93d54872984308a740d134053d5aa5","picture_digest":"c5f4f43ffa745c3b5375182c1ab77297ec33a79dbbe887c72319e5c70ea54239","draft_id":null,"confirm_token":"fc_gAAAAABrCti_2kFheBrwPUMLMtABLDljBpQYw4f0Kg5NyTJrAlO-dsc9maRz0IHSgvKjzkHkaWEb66IUUcEEWKiEtYBI59CvwbOM7tQihJWDUMh1NesNbS3BYZbvnOUE0emkLnDL7xG_opu3dsQZ4XNn5jDH56I7kuSNztfH8PbIMhyXcp5J6cZCB7VbILd33PPuSZ4OMPc4GMF4kVlu5qSgQbdDr_6QYtR7_O5P1C7It2aCi9EZstaYptC6l6whGLqFtsKX7fHVkPGsCCctKWrQMChzaDs7V6jMNLFVSEOHPLDJN5yXOQh4Hf2GhNOUoD98RB_QFlE_CC7QE6afK_neDpMVEFlQLcHTMI4P0ZqtzI5nZE-23lbMfc0YZxJgz5wNpdzH94xG2QfkI5k4Rl-a65VvnTJCkpEfxRgoqB-vCL8PkXv_E9jN3v8bEDEau7vn8w81n1naRllWbn9OUC8twx4kYYaJZT3f0hKHxBcsaf-0HDf0JXQMKr92jmVdFDYIHl3BDJ8a","expires_at":"2026-11-28T13:50:59.325945Z","listing_id":null,"listing_url":null,"listing_urls":[],"resolved_by":null,"build_id":null}','awaiting_confirmation',NULL);
INSERT INTO "runs" VALUES('c34cbfa31c3a4125843c90c9cb2f8174',1,0,'{"title":"Robe noire","description":"Bon état","price":{"amount":"35.00","currency":"EUR"},"category":"Homme > Sweats","brand":"Diesel","size":"L","condition":"bon","color":"noir","material":null,"parcel_size":null,"unisex":null,"photos":[{"id":"2139eee9956b51fb2b4fbb2b730810b5","path":"/tmp/older-data/photos/21/2139eee9956b51fb2b4fbb2b730810b5.jpg","digest":"09c4d131ada949a44c6bfabbf8c5c83c3455ccb6cee28cf41c377b3640a153da","width":1200,"height":1600}],"answers":{},"aliases":[],"advice":[]}','{"outcome":"outcome_unknown","reason":"wardrobe_unreadable","problem":null,"username":null,"fields":[],"questions":[],"warnings":[],"errors":{},"reading":null,"preview_url":null,"picture_id":"9fc9c94c06f94c43b51b328958e7ae8f","picture_digest":"89dd05bc6839d066607c0085aeda9f622c055fca3527cd90acaea17423c31473","draft_id":null,"confirm_token":null,"expires_at":null,"listing_id":null,"listing_url":null,"listing_urls":[],"resolved_by":null,"build_id":null}','done',NULL);
INSERT INTO "runs" VALUES('47715c67b2fa48f8858f9241ad156dea',1,1,'{"title":"Pull gris","description":"Bon état","price":{"amount":"35.00","currency":"EUR"},"category":"Homme > Sweats","brand":"Diesel","size":"L","condition":"bon","color":"noir","material":null,"parcel_size":null,"unisex":null,"photos":[{"id":"2139eee9956b51fb2b4fbb2b730810b5","path":"/tmp/older-data/photos/21/2139eee9956b51fb2b4fbb2b730810b5.jpg","digest":"09c4d131ada949a44c6bfabbf8c5c83c3455ccb6cee28cf41c377b3640a153da","width":1200,"height":1600}],"answers":{},"aliases":[],"advice":[]}',NULL,NULL,NULL);
CREATE TABLE "sessions" (
	account VARCHAR(128) NOT NULL, 
	version INTEGER NOT NULL, 
	"key" VARCHAR(64), 
	text TEXT, 
	PRIMARY KEY (account)
);
CREATE TABLE streams (
    workflow_uuid TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    "offset" INTEGER NOT NULL, function_id INTEGER NOT NULL DEFAULT 0, "serialization" TEXT DEFAULT NULL,
    PRIMARY KEY (workflow_uuid, key, "offset"),
    FOREIGN KEY (workflow_uuid) REFERENCES workflow_status(workflow_uuid) 
        ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE TABLE workers (
	id VARCHAR(64) NOT NULL, 
	version VARCHAR(32) NOT NULL, 
	seen_at BIGINT NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE workflow_events (
    workflow_uuid TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL, "serialization" TEXT DEFAULT NULL,
    PRIMARY KEY (workflow_uuid, key),
    FOREIGN KEY (workflow_uuid) REFERENCES workflow_status(workflow_uuid) 
        ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE TABLE workflow_events_history (
    workflow_uuid TEXT NOT NULL,
    function_id INTEGER NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL, "serialization" TEXT DEFAULT NULL,
    PRIMARY KEY (workflow_uuid, function_id, key),
    FOREIGN KEY (workflow_uuid) REFERENCES workflow_status(workflow_uuid)
        ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE TABLE workflow_input (
    workflow_uuid TEXT NOT NULL PRIMARY KEY,
    inputs TEXT,
    retention_timestamp INTEGER NOT NULL DEFAULT (strftime('%s','now') * 1000)
);
INSERT INTO "workflow_input" VALUES('ec1d8cc7c15045cfbefe3479eea9c6b8.1','{"namedArgs":{},"positionalArgs":["ec1d8cc7c15045cfbefe3479eea9c6b8.1"]}',1795872948926);
INSERT INTO "workflow_input" VALUES('24b307eecd9b42ca886407cc2b4842f6.1','{"namedArgs":{},"positionalArgs":["24b307eecd9b42ca886407cc2b4842f6.1"]}',1795872952014);
INSERT INTO "workflow_input" VALUES('0418e8a5a948471d977e85bb95ec765d.1','{"namedArgs":{},"positionalArgs":["0418e8a5a948471d977e85bb95ec765d.1"]}',1795872954872);
INSERT INTO "workflow_input" VALUES('c34cbfa31c3a4125843c90c9cb2f8174.1','{"namedArgs":{},"positionalArgs":["c34cbfa31c3a4125843c90c9cb2f8174.1"]}',1795872959382);
CREATE TABLE workflow_output (
    workflow_uuid TEXT NOT NULL PRIMARY KEY,
    output TEXT,
    error TEXT,
    retention_timestamp INTEGER NOT NULL DEFAULT (strftime('%s','now') * 1000)
);
INSERT INTO "workflow_output" VALUES('ec1d8cc7c15045cfbefe3479eea9c6b8.1','null',NULL,1795872952025);
INSERT INTO "workflow_output" VALUES('24b307eecd9b42ca886407cc2b4842f6.1','null',NULL,1795872954873);
INSERT INTO "workflow_output" VALUES('0418e8a5a948471d977e85bb95ec765d.1','null',NULL,1795872959388);
INSERT INTO "workflow_output" VALUES('c34cbfa31c3a4125843c90c9cb2f8174.1','null',NULL,1795872969138);
CREATE TABLE workflow_schedules (
    schedule_id TEXT PRIMARY KEY,
    schedule_name TEXT NOT NULL UNIQUE,
    workflow_name TEXT NOT NULL,
    workflow_class_name TEXT,
    schedule TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'ACTIVE',
    context TEXT NOT NULL
, "last_fired_at" TEXT DEFAULT NULL, "automatic_backfill" BOOLEAN NOT NULL DEFAULT FALSE, "cron_timezone" TEXT DEFAULT NULL, "queue_name" TEXT DEFAULT NULL, "application_name" TEXT DEFAULT NULL);
CREATE TABLE workflow_status (
    workflow_uuid TEXT PRIMARY KEY,
    status TEXT,
    name TEXT,
    authenticated_user TEXT,
    assumed_role TEXT,
    authenticated_roles TEXT,
    request TEXT,
    output TEXT,
    error TEXT,
    executor_id TEXT,
    created_at INTEGER NOT NULL DEFAULT (strftime('%s','now') * 1000),
    updated_at INTEGER NOT NULL DEFAULT (strftime('%s','now') * 1000),
    application_version TEXT,
    application_id TEXT,
    class_name TEXT DEFAULT NULL,
    config_name TEXT DEFAULT NULL,
    recovery_attempts INTEGER DEFAULT 0,
    queue_name TEXT,
    workflow_timeout_ms INTEGER,
    workflow_deadline_epoch_ms INTEGER,
    inputs TEXT,
    started_at_epoch_ms INTEGER,
    deduplication_id TEXT,
    priority INTEGER NOT NULL DEFAULT 0
, queue_partition_key TEXT, forked_from TEXT, "owner_xid" TEXT DEFAULT NULL, "parent_workflow_id" TEXT DEFAULT NULL, "serialization" TEXT DEFAULT NULL, "delay_until_epoch_ms" BIGINT DEFAULT NULL, "was_forked_from" BOOLEAN NOT NULL DEFAULT FALSE, "rate_limited" BOOLEAN NOT NULL DEFAULT FALSE, "completed_at" BIGINT, "attributes" TEXT, "schedule_name" TEXT, "debounce_deadline_epoch_ms" BIGINT DEFAULT NULL, "is_debounced" BOOLEAN NOT NULL DEFAULT FALSE, "application_name" TEXT DEFAULT NULL, "creator_xid" TEXT DEFAULT NULL);
INSERT INTO "workflow_status" VALUES('ec1d8cc7c15045cfbefe3479eea9c6b8.1','SUCCESS','prepare',NULL,NULL,NULL,NULL,NULL,NULL,'embedded',1795872948926,1795872952025,'2','',NULL,NULL,1,'jobs',NULL,NULL,NULL,1795872949075,NULL,0,'default',NULL,NULL,NULL,'portable_json',NULL,0,0,1795872952025,'null',NULL,NULL,0,'fripier','48da70cc-3752-4a21-a8ca-06996b77e20c');
INSERT INTO "workflow_status" VALUES('24b307eecd9b42ca886407cc2b4842f6.1','SUCCESS','prepare',NULL,NULL,NULL,NULL,NULL,NULL,'embedded',1795872952014,1795872954873,'2','',NULL,NULL,1,'jobs',NULL,NULL,NULL,1795872952268,NULL,0,'default',NULL,NULL,NULL,'portable_json',NULL,0,0,1795872954873,'null',NULL,NULL,0,'fripier','76a701ec-fbe7-4826-9daa-39370eec071b');
INSERT INTO "workflow_status" VALUES('0418e8a5a948471d977e85bb95ec765d.1','SUCCESS','prepare',NULL,NULL,NULL,NULL,NULL,NULL,'embedded',1795872954871,1795872959387,'2','',NULL,NULL,1,'jobs',NULL,NULL,NULL,1795872955302,NULL,0,'default',NULL,NULL,NULL,'portable_json',NULL,0,0,1795872959387,'null',NULL,NULL,0,'fripier','df7bd8b4-996b-465d-b91d-5405d0a61911');
INSERT INTO "workflow_status" VALUES('c34cbfa31c3a4125843c90c9cb2f8174.1','SUCCESS','publish',NULL,NULL,NULL,NULL,NULL,NULL,'embedded',1795872959382,1795872969137,'2','',NULL,NULL,1,'clicks',NULL,NULL,NULL,1795872959482,NULL,0,'default',NULL,NULL,NULL,'portable_json',NULL,0,0,1795872969137,'null',NULL,NULL,0,'fripier','2c96563e-a8ba-45d6-bcd8-ddf63820d73e');
CREATE UNIQUE INDEX one_yes_per_revision ON intents (prepare_id, revision) WHERE state <> 'failed';
CREATE INDEX intents_by_click ON intents (acting_at);
CREATE INDEX jobs_by_account ON jobs (account, state);
CREATE INDEX jobs_by_preparation ON jobs (prepare_id);
CREATE INDEX jobs_by_age ON jobs (created_at);
CREATE INDEX jobs_by_owner ON jobs (owner, created_at);
CREATE INDEX workflow_status_created_at_index ON workflow_status (created_at);
CREATE INDEX idx_workflow_topic ON notifications (destination_uuid, topic);
CREATE INDEX "idx_workflow_status_delayed" ON "workflow_status" ("delay_until_epoch_ms") WHERE status = 'DELAYED';
CREATE INDEX "idx_workflow_status_forked_from" ON "workflow_status" ("forked_from") WHERE "forked_from" IS NOT NULL;
CREATE INDEX "idx_workflow_status_parent_workflow_id" ON "workflow_status" ("parent_workflow_id") WHERE "parent_workflow_id" IS NOT NULL;
CREATE UNIQUE INDEX "uq_workflow_status_dedup_id" ON "workflow_status" ("queue_name", "deduplication_id") WHERE "deduplication_id" IS NOT NULL;
CREATE INDEX "idx_workflow_status_pending" ON "workflow_status" ("created_at") WHERE "status" = 'PENDING';
CREATE INDEX "idx_workflow_status_failed" ON "workflow_status" ("status", "created_at") WHERE "status" IN ('ERROR', 'CANCELLED', 'MAX_RECOVERY_ATTEMPTS_EXCEEDED');
CREATE INDEX "idx_workflow_status_rate_limited" ON "workflow_status" ("queue_name", "started_at_epoch_ms") WHERE "rate_limited" = TRUE;
CREATE INDEX "idx_workflow_status_completed_at" ON "workflow_status" ("completed_at") WHERE "completed_at" IS NOT NULL;
CREATE INDEX "idx_workflow_status_started_at" ON "workflow_status" ("started_at_epoch_ms") WHERE "started_at_epoch_ms" IS NOT NULL;
CREATE INDEX "idx_workflow_status_schedule_name" ON "workflow_status" ("schedule_name") WHERE "schedule_name" IS NOT NULL;
CREATE UNIQUE INDEX "uq_application_versions_owner_version"
    ON application_versions ("application_name", "version_name")
    WHERE "application_name" IS NOT NULL;
CREATE UNIQUE INDEX "uq_application_versions_unclaimed_version"
    ON application_versions ("version_name")
    WHERE "application_name" IS NULL;
CREATE INDEX idx_workflow_input_retention
    ON workflow_input (retention_timestamp);
CREATE INDEX idx_workflow_output_retention
    ON workflow_output (retention_timestamp);
CREATE INDEX idx_operation_outputs_retention
    ON operation_outputs (retention_timestamp);
CREATE INDEX "idx_workflow_status_in_flight_v2" ON "workflow_status" ("queue_name", "status", "priority", "created_at", "application_name") WHERE "status" IN ('ENQUEUED', 'PENDING');
CREATE INDEX "idx_workflow_status_partition_dequeue_v3" ON "workflow_status" ("queue_name", "status", "queue_partition_key", "priority", "created_at", "workflow_uuid", "application_name") WHERE "status" IN ('ENQUEUED', 'PENDING') AND "queue_partition_key" IS NOT NULL;
CREATE INDEX "idx_operation_outputs_completed_at_function_name_v2" ON "operation_outputs" ("completed_at_epoch_ms", "function_name", "application_name");
CREATE INDEX "idx_workflow_status_deadline" ON "workflow_status" ("workflow_deadline_epoch_ms") WHERE "status" IN ('ENQUEUED', 'PENDING', 'DELAYED') AND "workflow_deadline_epoch_ms" IS NOT NULL;
CREATE INDEX "idx_application_versions_timestamp" ON "application_versions" ("version_timestamp" DESC);
CREATE INDEX "idx_application_versions_owner_timestamp" ON "application_versions" ("application_name", "version_timestamp" DESC);
COMMIT;
