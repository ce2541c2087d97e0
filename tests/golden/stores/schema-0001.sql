BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE body_version (
	id CHAR(32) NOT NULL, 
	body_id CHAR(32) NOT NULL, 
	place_in_order INTEGER NOT NULL, 
	first_day DATE, 
	last_day DATE, 
	parent_line TEXT, 
	name_line TEXT NOT NULL, 
	symbol TEXT NOT NULL, 
	place TEXT NOT NULL, 
	in_text TEXT, 
	committee_in_text TEXT, 
	spelling TEXT NOT NULL, 
	successor_id CHAR(32), 
	CONSTRAINT pk_body_version PRIMARY KEY (id), 
	CONSTRAINT fk_body_version_body_id_issuing_body FOREIGN KEY(body_id) REFERENCES issuing_body (id), 
	CONSTRAINT fk_body_version_successor_id_issuing_body FOREIGN KEY(successor_id) REFERENCES issuing_body (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "body_version" VALUES('0193f64905a8798c9936b4cb33d9a2af','0193f64905a8765bac458ec893138c40',0,NULL,'2025-02-28','HUYỆN ỦY HÀ NINH','BAN TUYÊN GIÁO','BTGHU','Hà Ninh','Ban Tuyên giáo Huyện ủy','Huyện ủy','ủy','0193f64905a87dcdbe87878816e61c46');
INSERT INTO "body_version" VALUES('0193f64905a87f0a9e4d413e466c44bd','0193f64905a87dcdbe87878816e61c46',0,'2025-03-01','2025-06-30','HUYỆN ỦY HÀ NINH','BAN TUYÊN GIÁO VÀ DÂN VẬN','BTGDVHU','Hà Ninh','Ban Tuyên giáo và Dân vận Huyện ủy','Huyện ủy','ủy','0193f64905a879da81f2d651dc034000');
INSERT INTO "body_version" VALUES('0193f64905a879ddb9bc04ca33c8551b','0193f64905a879da81f2d651dc034000',0,'2025-07-01',NULL,'ĐẢNG ỦY XÃ HÀ NINH','BAN XÂY DỰNG ĐẢNG','BXDĐ','Hà Ninh','Ban Xây dựng Đảng Đảng ủy xã','Đảng ủy xã','ủy',NULL);
CREATE TABLE dispatch (
	id CHAR(32) NOT NULL, 
	body_id CHAR(32) NOT NULL, 
	body_version_id CHAR(32) NOT NULL, 
	rules TEXT NOT NULL, 
	owner_id CHAR(32) NOT NULL, 
	status TEXT NOT NULL, 
	rounds INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	deleted_at DATETIME, 
	version INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	document_type TEXT NOT NULL, 
	sorted_type TEXT NOT NULL, 
	subject TEXT, 
	issuing_body TEXT NOT NULL, 
	findable TEXT NOT NULL, 
	CONSTRAINT pk_dispatch PRIMARY KEY (id), 
	CONSTRAINT fk_dispatch_body_id_issuing_body FOREIGN KEY(body_id) REFERENCES issuing_body (id), 
	CONSTRAINT fk_dispatch_body_version_id_body_version FOREIGN KEY(body_version_id) REFERENCES body_version (id), 
	CONSTRAINT fk_dispatch_owner_id_officer FOREIGN KEY(owner_id) REFERENCES officer (id)
);
INSERT INTO "dispatch" VALUES('0193f6490d7875a78ddb401f2d4e9e32','0193f64905a8765bac458ec893138c40','0193f64905a8798c9936b4cb33d9a2af','party-2018','0193f64905a8741395f244cfe54590c4','draft',0,'2024-12-24 01:30:03.000000','2024-12-24 01:30:03.000000',NULL,1,'{
  "format": "vpdesk.dispatch/1",
  "document_type": "CV",
  "issuing_body": "BAN TUYÊN GIÁO",
  "parent_body": "HUYỆN ỦY HÀ NINH",
  "symbol": "CV/BTGHU",
  "place": "Hà Ninh",
  "subject_summary": "V/v mở lớp bồi dưỡng",
  "addressees": [
    "Các chi bộ, đảng bộ trực thuộc"
  ],
  "body": [
    {
      "block": "paragraph",
      "runs": [
        {
          "text": "Ban Tuyên giáo đề nghị các đồng chí cử người dự lớp."
        }
      ]
    }
  ],
  "distribution": [
    "Như trên",
    "Lưu Ban Tuyên giáo"
  ],
  "signing": {
    "authority": "K/T TRƯỞNG BAN",
    "position": "PHÓ TRƯỞNG BAN",
    "name": "Đỗ Khánh Linh"
  }
}
','CV','cong van','V/v mở lớp bồi dưỡng','BAN TUYÊN GIÁO',' v v mo lop boi duong cong van huyen uy ha ninh ban tuyen giao cv btghu ha ninh v v mo lop boi duong cac chi bo dang bo truc thuoc ban tuyen giao de nghi cac dong chi cu nguoi du lop k t truong ban pho truong ban do khanh linh nhu tren luu ban tuyen giao');
INSERT INTO "dispatch" VALUES('0193f649193072d6b9cb268e34ab3c89','0193f64905a8765bac458ec893138c40','0193f64905a8798c9936b4cb33d9a2af','party-2018','0193f64905a8741395f244cfe54590c4','submitted',1,'2024-12-24 01:30:06.000000','2024-12-24 01:30:07.000000',NULL,2,'{
  "format": "vpdesk.dispatch/1",
  "document_type": "KH",
  "issuing_body": "BAN TUYÊN GIÁO",
  "parent_body": "HUYỆN ỦY HÀ NINH",
  "symbol": "KH/BTGHU",
  "place": "Hà Ninh",
  "subject_summary": "Tuyên truyền Đại hội",
  "body": [
    {
      "block": "paragraph",
      "runs": [
        {
          "text": "Ban Tuyên giáo đề nghị các đồng chí cử người dự lớp."
        }
      ]
    }
  ],
  "distribution": [
    "Như trên",
    "Lưu Ban Tuyên giáo"
  ],
  "signing": {
    "authority": "K/T TRƯỞNG BAN",
    "position": "PHÓ TRƯỞNG BAN",
    "name": "Đỗ Khánh Linh"
  }
}
','KH','ke hoach','Tuyên truyền Đại hội','BAN TUYÊN GIÁO',' tuyen truyen dai hoi ke hoach huyen uy ha ninh ban tuyen giao kh btghu ha ninh tuyen truyen dai hoi ban tuyen giao de nghi cac dong chi cu nguoi du lop k t truong ban pho truong ban do khanh linh nhu tren luu ban tuyen giao');
INSERT INTO "dispatch" VALUES('0193f64924e873cd8aa0ca36f980a222','0193f64905a8765bac458ec893138c40','0193f64905a8798c9936b4cb33d9a2af','party-2018','0193f64905a8741395f244cfe54590c4','draft',0,'2024-12-24 01:30:09.000000','2024-12-24 01:30:09.000000','2024-12-24 01:30:10.000000',2,'{
  "format": "vpdesk.dispatch/1",
  "document_type": "CV",
  "issuing_body": "BAN TUYÊN GIÁO",
  "parent_body": "HUYỆN ỦY HÀ NINH",
  "symbol": "CV/BTGHU",
  "place": "Hà Ninh",
  "subject_summary": "Bản nháp bỏ đi",
  "addressees": [
    "Các chi bộ, đảng bộ trực thuộc"
  ],
  "body": [
    {
      "block": "paragraph",
      "runs": [
        {
          "text": "Ban Tuyên giáo đề nghị các đồng chí cử người dự lớp."
        }
      ]
    }
  ],
  "distribution": [
    "Như trên",
    "Lưu Ban Tuyên giáo"
  ],
  "signing": {
    "authority": "K/T TRƯỞNG BAN",
    "position": "PHÓ TRƯỞNG BAN",
    "name": "Đỗ Khánh Linh"
  }
}
','CV','cong van','Bản nháp bỏ đi','BAN TUYÊN GIÁO',' ban nhap bo di cong van huyen uy ha ninh ban tuyen giao cv btghu ha ninh ban nhap bo di cac chi bo dang bo truc thuoc ban tuyen giao de nghi cac dong chi cu nguoi du lop k t truong ban pho truong ban do khanh linh nhu tren luu ban tuyen giao');
CREATE TABLE dispatch_version (
	dispatch_id CHAR(32) NOT NULL, 
	number INTEGER NOT NULL, 
	step TEXT NOT NULL, 
	officer_id CHAR(32) NOT NULL, 
	made_at DATETIME NOT NULL, 
	text TEXT, 
	salt BLOB, 
	digest TEXT NOT NULL, 
	CONSTRAINT pk_dispatch_version PRIMARY KEY (dispatch_id, number), 
	CONSTRAINT fk_dispatch_version_dispatch_id_dispatch FOREIGN KEY(dispatch_id) REFERENCES dispatch (id), 
	CONSTRAINT fk_dispatch_version_officer_id_officer FOREIGN KEY(officer_id) REFERENCES officer (id)
);
INSERT INTO "dispatch_version" VALUES('0193f649193072d6b9cb268e34ab3c89',1,'submit','0193f64905a8741395f244cfe54590c4','2024-12-24 01:30:07.000000','{
  "format": "vpdesk.dispatch/1",
  "document_type": "KH",
  "issuing_body": "BAN TUYÊN GIÁO",
  "parent_body": "HUYỆN ỦY HÀ NINH",
  "symbol": "KH/BTGHU",
  "place": "Hà Ninh",
  "subject_summary": "Tuyên truyền Đại hội",
  "body": [
    {
      "block": "paragraph",
      "runs": [
        {
          "text": "Ban Tuyên giáo đề nghị các đồng chí cử người dự lớp."
        }
      ]
    }
  ],
  "distribution": [
    "Như trên",
    "Lưu Ban Tuyên giáo"
  ],
  "signing": {
    "authority": "K/T TRƯỞNG BAN",
    "position": "PHÓ TRƯỞNG BAN",
    "name": "Đỗ Khánh Linh"
  }
}
',X'9D079766497FB3782DB875664C7B2FB9','7ef770438861690958d7880b09fca7e3c0a28ba352297fefbeb7c2e194bf8aee');
CREATE TABLE history (
	number INTEGER NOT NULL, 
	line TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	CONSTRAINT pk_history PRIMARY KEY (number)
);
INSERT INTO "history" VALUES(1,'{"act":"found","after":null,"at":"2024-12-24T01:30:01.000000Z","before":"0000000000000000000000000000000000000000000000000000000000000000","facts":{"is_sample":true},"kind":"office","n":1,"officer":"0193f649-05a8-7413-95f2-44cfe54590c4","record":"0193f649-05a8-710c-ba14-6d04fe8a777c","v":1}','ce2c4c741483aa4e9efacd3db0e61fd78c6aff5134f69cd201a3500c0d401133');
INSERT INTO "history" VALUES(2,'{"act":"begin","after":null,"at":"2024-12-24T01:30:03.000000Z","before":"ce2c4c741483aa4e9efacd3db0e61fd78c6aff5134f69cd201a3500c0d401133","facts":{},"kind":"dispatch","n":2,"officer":"0193f649-05a8-7413-95f2-44cfe54590c4","record":"0193f649-0d78-75a7-8ddb-401f2d4e9e32","v":1}','ecda325b78886058147ec854c3cc4e99cc5ff2e7936010dd9be33e2dfa237018');
INSERT INTO "history" VALUES(3,'{"act":"begin","after":null,"at":"2024-12-24T01:30:06.000000Z","before":"ecda325b78886058147ec854c3cc4e99cc5ff2e7936010dd9be33e2dfa237018","facts":{},"kind":"dispatch","n":3,"officer":"0193f649-05a8-7413-95f2-44cfe54590c4","record":"0193f649-1930-72d6-b9cb-268e34ab3c89","v":1}','ad95c781cec9ed28bb2726b3b1a6373e322cf5d709374c366db5ef111c8083d5');
INSERT INTO "history" VALUES(4,'{"act":"submit","after":"7ef770438861690958d7880b09fca7e3c0a28ba352297fefbeb7c2e194bf8aee","at":"2024-12-24T01:30:07.000000Z","before":"ad95c781cec9ed28bb2726b3b1a6373e322cf5d709374c366db5ef111c8083d5","facts":{"rounds":1,"status":"submitted","version":1},"kind":"dispatch","n":4,"officer":"0193f649-05a8-7413-95f2-44cfe54590c4","record":"0193f649-1930-72d6-b9cb-268e34ab3c89","v":1}','36019c60b1a5c42948c8c6fca00b238cc5b99c7c09e72580edfbecd1f755bb86');
INSERT INTO "history" VALUES(5,'{"act":"begin","after":null,"at":"2024-12-24T01:30:09.000000Z","before":"36019c60b1a5c42948c8c6fca00b238cc5b99c7c09e72580edfbecd1f755bb86","facts":{},"kind":"dispatch","n":5,"officer":"0193f649-05a8-7413-95f2-44cfe54590c4","record":"0193f649-24e8-73cd-8aa0-ca36f980a222","v":1}','183edbf8b0e207d77c4fc89088db05eab9b34efae49790b270d70812247aa6bc');
INSERT INTO "history" VALUES(6,'{"act":"delete","after":null,"at":"2024-12-24T01:30:10.000000Z","before":"183edbf8b0e207d77c4fc89088db05eab9b34efae49790b270d70812247aa6bc","facts":{},"kind":"dispatch","n":6,"officer":"0193f649-05a8-7413-95f2-44cfe54590c4","record":"0193f649-24e8-73cd-8aa0-ca36f980a222","v":1}','df6ffd8ac6f4067086db006334e800e9d2368a77fe71778db1a06b564fc2db9c');
INSERT INTO "history" VALUES(7,'{"act":"choose","after":null,"at":"2024-12-24T01:30:12.000000Z","before":"df6ffd8ac6f4067086db006334e800e9d2368a77fe71778db1a06b564fc2db9c","facts":{"key":"unusual_types","value":"true"},"kind":"setting","n":7,"officer":"0193f649-05a8-7413-95f2-44cfe54590c4","record":null,"v":1}','bd3fe7f015852ee7237663f51bfb81dcfc5834caab29be22c5540aad51c4232d');
CREATE TABLE issuing_body (
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_issuing_body PRIMARY KEY (id)
);
INSERT INTO "issuing_body" VALUES('0193f64905a8765bac458ec893138c40');
INSERT INTO "issuing_body" VALUES('0193f64905a87dcdbe87878816e61c46');
INSERT INTO "issuing_body" VALUES('0193f64905a879da81f2d651dc034000');
CREATE TABLE mention (
	dispatch_id CHAR(32) NOT NULL, 
	kind TEXT NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_mention PRIMARY KEY (dispatch_id, kind, value), 
	CONSTRAINT fk_mention_dispatch_id_dispatch FOREIGN KEY(dispatch_id) REFERENCES dispatch (id) ON DELETE CASCADE
);
INSERT INTO "mention" VALUES('0193f6490d7875a78ddb401f2d4e9e32','place','Hà Ninh');
INSERT INTO "mention" VALUES('0193f6490d7875a78ddb401f2d4e9e32','addressee','Các chi bộ, đảng bộ trực thuộc');
INSERT INTO "mention" VALUES('0193f6490d7875a78ddb401f2d4e9e32','recipient','Như trên');
INSERT INTO "mention" VALUES('0193f6490d7875a78ddb401f2d4e9e32','recipient','Lưu Ban Tuyên giáo');
INSERT INTO "mention" VALUES('0193f6490d7875a78ddb401f2d4e9e32','signatory','["K/T TRƯỞNG BAN","PHÓ TRƯỞNG BAN","Đỗ Khánh Linh"]');
INSERT INTO "mention" VALUES('0193f649193072d6b9cb268e34ab3c89','place','Hà Ninh');
INSERT INTO "mention" VALUES('0193f649193072d6b9cb268e34ab3c89','recipient','Như trên');
INSERT INTO "mention" VALUES('0193f649193072d6b9cb268e34ab3c89','recipient','Lưu Ban Tuyên giáo');
INSERT INTO "mention" VALUES('0193f649193072d6b9cb268e34ab3c89','signatory','["K/T TRƯỞNG BAN","PHÓ TRƯỞNG BAN","Đỗ Khánh Linh"]');
INSERT INTO "mention" VALUES('0193f64924e873cd8aa0ca36f980a222','place','Hà Ninh');
INSERT INTO "mention" VALUES('0193f64924e873cd8aa0ca36f980a222','addressee','Các chi bộ, đảng bộ trực thuộc');
INSERT INTO "mention" VALUES('0193f64924e873cd8aa0ca36f980a222','recipient','Như trên');
INSERT INTO "mention" VALUES('0193f64924e873cd8aa0ca36f980a222','recipient','Lưu Ban Tuyên giáo');
INSERT INTO "mention" VALUES('0193f64924e873cd8aa0ca36f980a222','signatory','["K/T TRƯỞNG BAN","PHÓ TRƯỞNG BAN","Đỗ Khánh Linh"]');
CREATE TABLE office (
	id CHAR(32) NOT NULL, 
	founded_at DATETIME NOT NULL, 
	is_sample BOOLEAN NOT NULL, 
	CONSTRAINT pk_office PRIMARY KEY (id)
);
INSERT INTO "office" VALUES('0193f64905a8710cba146d04fe8a777c','2024-12-24 01:30:01.000000',1);
CREATE TABLE officer (
	id CHAR(32) NOT NULL, 
	name TEXT NOT NULL, 
	sorted_name TEXT NOT NULL, 
	position TEXT, 
	first_day DATE, 
	last_day DATE, 
	CONSTRAINT pk_officer PRIMARY KEY (id)
);
INSERT INTO "officer" VALUES('0193f64905a8741395f244cfe54590c4','Trịnh Bảo Ngọc','trinh bao ngoc','Chuyên viên',NULL,NULL);
CREATE TABLE setting (
	owner TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_setting PRIMARY KEY (owner, "key")
);
INSERT INTO "setting" VALUES('office','unusual_types','true');
INSERT INTO "setting" VALUES('0193f649-05a8-7413-95f2-44cfe54590c4','columns','[]');
CREATE TABLE signatory (
	id CHAR(32) NOT NULL, 
	body_id CHAR(32) NOT NULL, 
	place_in_order INTEGER NOT NULL, 
	first_day DATE, 
	last_day DATE, 
	person TEXT NOT NULL, 
	position TEXT, 
	authority TEXT NOT NULL, 
	principal TEXT, 
	stands_in_for CHAR(32), 
	CONSTRAINT pk_signatory PRIMARY KEY (id), 
	CONSTRAINT fk_signatory_body_id_issuing_body FOREIGN KEY(body_id) REFERENCES issuing_body (id), 
	CONSTRAINT fk_signatory_stands_in_for_signatory FOREIGN KEY(stands_in_for) REFERENCES signatory (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "signatory" VALUES('0193f64905a87e20a6a33dd20ccf591e','0193f64905a8765bac458ec893138c40',0,NULL,'2025-02-28','Trần Minh Khôi','TRƯỞNG BAN','',NULL,NULL);
INSERT INTO "signatory" VALUES('0193f64905a87724920b73f8063d84af','0193f64905a8765bac458ec893138c40',1,NULL,'2025-02-28','Đỗ Khánh Linh','PHÓ TRƯỞNG BAN','K/T','TRƯỞNG BAN','0193f64905a87e20a6a33dd20ccf591e');
INSERT INTO "signatory" VALUES('0193f64905a87f9b9ebf370705bc2452','0193f64905a87dcdbe87878816e61c46',0,NULL,'2025-05-15','Trần Minh Khôi','TRƯỞNG BAN','',NULL,NULL);
INSERT INTO "signatory" VALUES('0193f64905a875aaaaac41791321c207','0193f64905a87dcdbe87878816e61c46',1,'2025-05-16',NULL,'Đỗ Khánh Linh','TRƯỞNG BAN','Q.',NULL,NULL);
INSERT INTO "signatory" VALUES('0193f64905a873e5bfa38b78e5e0e501','0193f64905a87dcdbe87878816e61c46',2,NULL,'2025-05-15','Phan Đức Toàn','PHÓ TRƯỞNG BAN','K/T','TRƯỞNG BAN','0193f64905a87f9b9ebf370705bc2452');
INSERT INTO "signatory" VALUES('0193f64905a87714aa46d431aab7e2bf','0193f64905a879da81f2d651dc034000',0,NULL,NULL,'Đỗ Khánh Linh','TRƯỞNG BAN','',NULL,NULL);
INSERT INTO "signatory" VALUES('0193f64905a8795288eb9373355d3904','0193f64905a879da81f2d651dc034000',1,NULL,NULL,'Phan Đức Toàn','PHÓ TRƯỞNG BAN','K/T','TRƯỞNG BAN','0193f64905a87714aa46d431aab7e2bf');
CREATE TABLE template (
	id CHAR(32) NOT NULL, 
	name TEXT NOT NULL, 
	owner_id CHAR(32) NOT NULL, 
	text TEXT NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT pk_template PRIMARY KEY (id), 
	CONSTRAINT fk_template_owner_id_officer FOREIGN KEY(owner_id) REFERENCES officer (id)
);
INSERT INTO "template" VALUES('0193f6492cb871819bee045bb57c4453','Mẫu mời họp','0193f64905a8741395f244cfe54590c4','{
  "format": "vpdesk.dispatch/1",
  "document_type": "CV",
  "issuing_body": "BAN TUYÊN GIÁO",
  "parent_body": "HUYỆN ỦY HÀ NINH",
  "symbol": "CV/BTGHU",
  "place": "Hà Ninh",
  "subject_summary": "V/v mở lớp bồi dưỡng",
  "addressees": [
    "Các chi bộ, đảng bộ trực thuộc"
  ],
  "body": [
    {
      "block": "paragraph",
      "runs": [
        {
          "text": "Ban Tuyên giáo đề nghị các đồng chí cử người dự lớp."
        }
      ]
    }
  ],
  "distribution": [
    "Như trên",
    "Lưu Ban Tuyên giáo"
  ],
  "signing": {
    "authority": "K/T TRƯỞNG BAN",
    "position": "PHÓ TRƯỞNG BAN",
    "name": "Đỗ Khánh Linh"
  }
}
','2024-12-24 01:30:11.000000');
CREATE TABLE term (
	id CHAR(32) NOT NULL, 
	body_id CHAR(32) NOT NULL, 
	place_in_order INTEGER NOT NULL, 
	first_day DATE, 
	last_day DATE, 
	name TEXT NOT NULL, 
	CONSTRAINT pk_term PRIMARY KEY (id), 
	CONSTRAINT fk_term_body_id_issuing_body FOREIGN KEY(body_id) REFERENCES issuing_body (id)
);
INSERT INTO "term" VALUES('0193f64905a87b14be3b6cb74d4171bb','0193f64905a8765bac458ec893138c40',0,'2020-08-01','2025-06-30','2020 - 2025');
INSERT INTO "term" VALUES('0193f64905a87209a449ad51e17ab890','0193f64905a87dcdbe87878816e61c46',0,'2020-08-01','2025-06-30','2020 - 2025');
INSERT INTO "term" VALUES('0193f64905a8712dbc54af769c19a134','0193f64905a879da81f2d651dc034000',0,'2025-07-01','2025-08-14','2020 - 2025');
INSERT INTO "term" VALUES('0193f64905a873fe87224572154f9b3d','0193f64905a879da81f2d651dc034000',1,'2025-08-15',NULL,'2025 - 2030');
CREATE TABLE working_copy (
	dispatch_id CHAR(32) NOT NULL, 
	officer_id CHAR(32) NOT NULL, 
	desk TEXT NOT NULL, 
	based_on INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	saved_at DATETIME NOT NULL, 
	CONSTRAINT pk_working_copy PRIMARY KEY (dispatch_id, officer_id, desk), 
	CONSTRAINT fk_working_copy_dispatch_id_dispatch FOREIGN KEY(dispatch_id) REFERENCES dispatch (id) ON DELETE CASCADE, 
	CONSTRAINT fk_working_copy_officer_id_officer FOREIGN KEY(officer_id) REFERENCES officer (id)
);
INSERT INTO "working_copy" VALUES('0193f6490d7875a78ddb401f2d4e9e32','0193f64905a8741395f244cfe54590c4','máy 1',1,'{
  "format": "vpdesk.dispatch/1",
  "document_type": "CV",
  "issuing_body": "BAN TUYÊN GIÁO",
  "parent_body": "HUYỆN ỦY HÀ NINH",
  "symbol": "CV/BTGHU",
  "place": "Hà Ninh",
  "subject_summary": "V/v mở lớp bồi dưỡng nghiệp vụ",
  "addressees": [
    "Các chi bộ, đảng bộ trực thuộc"
  ],
  "body": [
    {
      "block": "paragraph",
      "runs": [
        {
          "text": "Ban Tuyên giáo đề nghị các đồng chí cử người dự lớp."
        }
      ]
    }
  ],
  "distribution": [
    "Như trên",
    "Lưu Ban Tuyên giáo"
  ],
  "signing": {
    "authority": "K/T TRƯỞNG BAN",
    "position": "PHÓ TRƯỞNG BAN",
    "name": "Đỗ Khánh Linh"
  }
}
','2024-12-24 01:30:04.000000');
CREATE INDEX ix_body_version_body_id ON body_version (body_id);
CREATE INDEX ix_term_body_id ON term (body_id);
CREATE INDEX ix_signatory_body_id ON signatory (body_id);
CREATE INDEX ix_dispatch_updated_at ON dispatch (updated_at);
CREATE INDEX ix_dispatch_owner_id ON dispatch (owner_id);
CREATE INDEX ix_mention_kind_value ON mention (kind, value);
CREATE INDEX ix_template_owner_id ON template (owner_id);
CREATE TRIGGER history_only_grows_no_update BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'the history only grows'); END;
CREATE TRIGGER history_only_grows_no_delete BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'the history only grows'); END;
CREATE TRIGGER history_only_grows_no_replace BEFORE INSERT ON history WHEN EXISTS (SELECT 1 FROM history WHERE number = NEW.number) BEGIN SELECT RAISE(ABORT, 'the history only grows'); END;
COMMIT;
