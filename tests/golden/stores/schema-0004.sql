BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE arrival_book (
	id CHAR(32) NOT NULL, 
	name TEXT NOT NULL, 
	place_in_order INTEGER NOT NULL, 
	retired_on DATE, 
	salt BLOB, 
	CONSTRAINT pk_arrival_book PRIMARY KEY (id)
);
CREATE TABLE arrival_value (
	kind TEXT NOT NULL, 
	sender TEXT NOT NULL, 
	value TEXT NOT NULL, 
	uses INTEGER NOT NULL, 
	CONSTRAINT pk_arrival_value PRIMARY KEY (kind, sender, value)
);
CREATE TABLE arrival_year (
	book_id CHAR(32) NOT NULL, 
	year INTEGER NOT NULL, 
	opening_number INTEGER NOT NULL, 
	opening_reason TEXT, 
	last_number INTEGER NOT NULL, 
	salt BLOB, 
	CONSTRAINT pk_arrival_year PRIMARY KEY (book_id, year), 
	CONSTRAINT fk_arrival_year_book_id_arrival_book FOREIGN KEY(book_id) REFERENCES arrival_book (id)
);
CREATE TABLE assignee (
	id CHAR(32) NOT NULL, 
	arrival_id CHAR(32) NOT NULL, 
	place_in_order INTEGER NOT NULL, 
	role TEXT NOT NULL, 
	name TEXT NOT NULL, 
	officer_id CHAR(32), 
	due_on DATE, 
	assigned_at DATETIME NOT NULL, 
	acknowledged_at DATETIME, 
	acknowledged_by CHAR(32), 
	ended_at DATETIME, 
	salt BLOB, 
	CONSTRAINT pk_assignee PRIMARY KEY (id), 
	CONSTRAINT fk_assignee_arrival_id_incoming FOREIGN KEY(arrival_id) REFERENCES incoming (id), 
	CONSTRAINT fk_assignee_officer_id_officer FOREIGN KEY(officer_id) REFERENCES officer (id)
);
CREATE TABLE attachment (
	id CHAR(32) NOT NULL, 
	record_id CHAR(32) NOT NULL, 
	place_in_order INTEGER NOT NULL, 
	role TEXT NOT NULL, 
	name TEXT NOT NULL, 
	media_type TEXT NOT NULL, 
	size INTEGER NOT NULL, 
	pages INTEGER, 
	digest TEXT NOT NULL, 
	added_at DATETIME NOT NULL, 
	officer_id CHAR(32) NOT NULL, 
	removed_at DATETIME, 
	salt BLOB, 
	CONSTRAINT pk_attachment PRIMARY KEY (id), 
	CONSTRAINT fk_attachment_officer_id_officer FOREIGN KEY(officer_id) REFERENCES officer (id)
);
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
	successor_id CHAR(32), salt BLOB, 
	CONSTRAINT pk_body_version PRIMARY KEY (id), 
	CONSTRAINT fk_body_version_body_id_issuing_body FOREIGN KEY(body_id) REFERENCES issuing_body (id), 
	CONSTRAINT fk_body_version_successor_id_issuing_body FOREIGN KEY(successor_id) REFERENCES issuing_body (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE book_page (
	id CHAR(32) NOT NULL, 
	book_kind TEXT NOT NULL, 
	book_key TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	content TEXT NOT NULL, 
	pdf TEXT NOT NULL, 
	head_value TEXT NOT NULL, 
	printed_at DATETIME NOT NULL, 
	printed_by CHAR(32) NOT NULL, 
	locked_at DATETIME, 
	locked_by CHAR(32), 
	salt BLOB, 
	CONSTRAINT pk_book_page PRIMARY KEY (id), 
	CONSTRAINT uq_book_page_book_kind UNIQUE (book_kind, book_key, year, number), 
	CONSTRAINT fk_book_page_printed_by_officer FOREIGN KEY(printed_by) REFERENCES officer (id)
);
CREATE TABLE case_file (
	id CHAR(32) NOT NULL, 
	year INTEGER NOT NULL, 
	heading_id CHAR(32), 
	number INTEGER NOT NULL, 
	symbol TEXT NOT NULL, 
	title TEXT NOT NULL, 
	retention TEXT, 
	keeper_id CHAR(32), 
	state TEXT NOT NULL, 
	is_listed BOOLEAN NOT NULL, 
	opened_on DATE, 
	closed_on DATE, 
	closed_by CHAR(32), 
	first_day DATE, 
	last_day DATE, 
	sheets INTEGER, 
	doubled_sheets TEXT, 
	list_sheets INTEGER, 
	condition TEXT, 
	notes TEXT, 
	handover_id CHAR(32), 
	version INTEGER NOT NULL, 
	salt BLOB, 
	CONSTRAINT pk_case_file PRIMARY KEY (id), 
	CONSTRAINT uq_case_file_year UNIQUE (year, symbol), 
	CONSTRAINT fk_case_file_heading_id_case_heading FOREIGN KEY(heading_id) REFERENCES case_heading (id), 
	CONSTRAINT fk_case_file_keeper_id_officer FOREIGN KEY(keeper_id) REFERENCES officer (id), 
	CONSTRAINT fk_case_file_handover_id_case_handover FOREIGN KEY(handover_id) REFERENCES case_handover (id)
);
CREATE TABLE case_handover (
	id CHAR(32) NOT NULL, 
	made_on DATE NOT NULL, 
	archive TEXT NOT NULL, 
	given_by TEXT NOT NULL, 
	received_by TEXT, 
	notes TEXT, 
	made_at DATETIME NOT NULL, 
	officer_id CHAR(32) NOT NULL, 
	salt BLOB, 
	CONSTRAINT pk_case_handover PRIMARY KEY (id), 
	CONSTRAINT fk_case_handover_officer_id_officer FOREIGN KEY(officer_id) REFERENCES officer (id)
);
CREATE TABLE case_heading (
	id CHAR(32) NOT NULL, 
	year INTEGER NOT NULL, 
	place_in_order INTEGER NOT NULL, 
	symbol TEXT NOT NULL, 
	name TEXT NOT NULL, 
	salt BLOB, 
	CONSTRAINT pk_case_heading PRIMARY KEY (id), 
	CONSTRAINT uq_case_heading_year UNIQUE (year, symbol)
);
CREATE TABLE case_list (
	year INTEGER NOT NULL, 
	approved_on DATE, 
	approved_by TEXT, 
	notes TEXT, 
	salt BLOB, 
	CONSTRAINT pk_case_list PRIMARY KEY (year)
);
CREATE TABLE case_paper (
	id CHAR(32) NOT NULL, 
	case_file_id CHAR(32) NOT NULL, 
	place_in_order INTEGER NOT NULL, 
	record_id CHAR(32), 
	kind TEXT NOT NULL, 
	reference TEXT, 
	day DATE, 
	document_type TEXT, 
	subject TEXT, 
	author TEXT, 
	is_original BOOLEAN NOT NULL, 
	first_sheet INTEGER, 
	sheets INTEGER, 
	notes TEXT, 
	added_at DATETIME NOT NULL, 
	added_by CHAR(32) NOT NULL, 
	removed_at DATETIME, 
	removed_by CHAR(32), 
	salt BLOB, 
	CONSTRAINT pk_case_paper PRIMARY KEY (id), 
	CONSTRAINT fk_case_paper_case_file_id_case_file FOREIGN KEY(case_file_id) REFERENCES case_file (id), 
	CONSTRAINT fk_case_paper_added_by_officer FOREIGN KEY(added_by) REFERENCES officer (id)
);
CREATE TABLE correction (
	id CHAR(32) NOT NULL, 
	record_id CHAR(32) NOT NULL, 
	book_kind TEXT NOT NULL, 
	made_at DATETIME NOT NULL, 
	officer_id CHAR(32) NOT NULL, 
	reason TEXT, 
	changes TEXT NOT NULL, 
	after_lock BOOLEAN NOT NULL, 
	salt BLOB, 
	CONSTRAINT pk_correction PRIMARY KEY (id), 
	CONSTRAINT fk_correction_officer_id_officer FOREIGN KEY(officer_id) REFERENCES officer (id)
);
CREATE TABLE credential (
	officer_id CHAR(32) NOT NULL, 
	kind TEXT NOT NULL, 
	secret TEXT NOT NULL, 
	changed_at DATETIME NOT NULL, 
	failures INTEGER NOT NULL, 
	failed_at DATETIME, 
	locked_at DATETIME, 
	salt BLOB, 
	CONSTRAINT pk_credential PRIMARY KEY (officer_id), 
	CONSTRAINT fk_credential_officer_id_officer FOREIGN KEY(officer_id) REFERENCES officer (id)
);
CREATE TABLE delivery (
	id CHAR(32) NOT NULL, 
	outgoing_id CHAR(32) NOT NULL, 
	place_in_order INTEGER NOT NULL, 
	recipient TEXT NOT NULL, 
	copies INTEGER NOT NULL, 
	method TEXT NOT NULL, 
	sent_on DATE, 
	covers INTEGER, 
	received_by TEXT, 
	received_on DATE, 
	returned_on DATE, 
	notes TEXT, 
	salt BLOB, 
	CONSTRAINT pk_delivery PRIMARY KEY (id), 
	CONSTRAINT fk_delivery_outgoing_id_outgoing FOREIGN KEY(outgoing_id) REFERENCES outgoing (id)
);
CREATE TABLE directive_phrase (
	id CHAR(32) NOT NULL, 
	owner_id CHAR(32) NOT NULL, 
	place_in_order INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	salt BLOB, 
	CONSTRAINT pk_directive_phrase PRIMARY KEY (id), 
	CONSTRAINT fk_directive_phrase_owner_id_officer FOREIGN KEY(owner_id) REFERENCES officer (id)
);
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
	findable TEXT NOT NULL, salt BLOB, urgency TEXT, submitted_at DATETIME, 
	CONSTRAINT pk_dispatch PRIMARY KEY (id), 
	CONSTRAINT fk_dispatch_body_id_issuing_body FOREIGN KEY(body_id) REFERENCES issuing_body (id), 
	CONSTRAINT fk_dispatch_body_version_id_body_version FOREIGN KEY(body_version_id) REFERENCES body_version (id), 
	CONSTRAINT fk_dispatch_owner_id_officer FOREIGN KEY(owner_id) REFERENCES officer (id)
);
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
CREATE TABLE extension (
	id CHAR(32) NOT NULL, 
	arrival_id CHAR(32) NOT NULL, 
	due_before DATE, 
	due_after DATE NOT NULL, 
	agreed_by TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	made_at DATETIME NOT NULL, 
	officer_id CHAR(32) NOT NULL, 
	salt BLOB, 
	CONSTRAINT pk_extension PRIMARY KEY (id), 
	CONSTRAINT fk_extension_arrival_id_incoming FOREIGN KEY(arrival_id) REFERENCES incoming (id), 
	CONSTRAINT fk_extension_officer_id_officer FOREIGN KEY(officer_id) REFERENCES officer (id)
);
CREATE TABLE file_chunk (
	digest TEXT NOT NULL, 
	place INTEGER NOT NULL, 
	content BLOB NOT NULL, 
	kept_at DATETIME NOT NULL, 
	CONSTRAINT pk_file_chunk PRIMARY KEY (digest, place)
);
CREATE TABLE file_copy_use (
	id CHAR(32) NOT NULL, 
	outgoing_id CHAR(32) NOT NULL, 
	used_on DATE NOT NULL, 
	person TEXT NOT NULL, 
	file_symbol TEXT, 
	received_by TEXT, 
	returned_on DATE, 
	allowed_by TEXT, 
	notes TEXT, 
	salt BLOB, 
	CONSTRAINT pk_file_copy_use PRIMARY KEY (id), 
	CONSTRAINT fk_file_copy_use_outgoing_id_outgoing FOREIGN KEY(outgoing_id) REFERENCES outgoing (id)
);
CREATE TABLE file_text (
	digest TEXT NOT NULL, 
	text TEXT NOT NULL, 
	CONSTRAINT pk_file_text PRIMARY KEY (digest)
);
CREATE TABLE findable (
	id BIGINT NOT NULL, 
	record_id CHAR(32) NOT NULL, 
	kind TEXT NOT NULL, 
	book TEXT, 
	document_type TEXT, 
	state TEXT NOT NULL, 
	day DATE, 
	due_on DATE, 
	owner_id CHAR(32), 
	is_private BOOLEAN NOT NULL, 
	number INTEGER, 
	reference TEXT, 
	party TEXT, 
	person TEXT, 
	subject TEXT, 
	folded TEXT NOT NULL, 
	CONSTRAINT pk_findable PRIMARY KEY (id), 
	CONSTRAINT uq_findable_record_id UNIQUE (record_id)
);
CREATE VIRTUAL TABLE findable_words USING fts5(folded, content='', detail=none, columnsize=0,
    tokenize="ascii tokenchars '-/'", prefix='1 2 3 4 5 6');
CREATE TABLE handling (
	arrival_id CHAR(32) NOT NULL, 
	state TEXT NOT NULL, 
	submitted_at DATETIME, 
	submitted_by CHAR(32), 
	submitted_to CHAR(32), 
	directive TEXT, 
	directed_at DATETIME, 
	directed_by CHAR(32), 
	set_down_by CHAR(32), 
	first_due_on DATE, 
	finished_at DATETIME, 
	finished_on DATE, 
	finished_by CHAR(32), 
	outcome TEXT, 
	version INTEGER NOT NULL, 
	salt BLOB, 
	CONSTRAINT pk_handling PRIMARY KEY (arrival_id), 
	CONSTRAINT fk_handling_arrival_id_incoming FOREIGN KEY(arrival_id) REFERENCES incoming (id), 
	CONSTRAINT fk_handling_submitted_to_officer FOREIGN KEY(submitted_to) REFERENCES officer (id), 
	CONSTRAINT fk_handling_directed_by_officer FOREIGN KEY(directed_by) REFERENCES officer (id)
);
CREATE TABLE history (
	number INTEGER NOT NULL, 
	line TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	CONSTRAINT pk_history PRIMARY KEY (number)
);
CREATE TABLE history_index (
	record_id CHAR(32) NOT NULL, 
	number INTEGER NOT NULL, 
	CONSTRAINT pk_history_index PRIMARY KEY (record_id, number)
);
CREATE TABLE holiday (
	day DATE NOT NULL, 
	name TEXT NOT NULL, 
	is_worked BOOLEAN NOT NULL, 
	salt BLOB, 
	CONSTRAINT pk_holiday PRIMARY KEY (day)
);
CREATE TABLE import_batch (
	id CHAR(32) NOT NULL, 
	book_kind TEXT NOT NULL, 
	file_name TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	made_at DATETIME NOT NULL, 
	officer_id CHAR(32) NOT NULL, 
	"before" TEXT NOT NULL, 
	counts TEXT NOT NULL, 
	undone_at DATETIME, 
	undone_by CHAR(32), 
	salt BLOB, 
	CONSTRAINT pk_import_batch PRIMARY KEY (id), 
	CONSTRAINT fk_import_batch_officer_id_officer FOREIGN KEY(officer_id) REFERENCES officer (id)
);
CREATE TABLE incoming (
	id CHAR(32) NOT NULL, 
	book_id CHAR(32) NOT NULL, 
	year INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	suffix TEXT NOT NULL, 
	entered_at DATETIME NOT NULL, 
	entered_by CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	arrived_on DATE NOT NULL, 
	sender TEXT NOT NULL, 
	reference TEXT, 
	document_type TEXT, 
	document_date DATE, 
	subject TEXT, 
	urgency TEXT, 
	secrecy TEXT, 
	pages INTEGER, 
	copies INTEGER, 
	receiver TEXT, 
	handed_on DATE, 
	received_by TEXT, 
	received_on DATE, 
	due_on DATE, 
	answer TEXT, 
	notes TEXT, 
	reason TEXT, 
	twin_key TEXT, 
	import_id CHAR(32), 
	salt BLOB, 
	CONSTRAINT pk_incoming PRIMARY KEY (id), 
	CONSTRAINT uq_incoming_book_id UNIQUE (book_id, year, number, suffix), 
	CONSTRAINT fk_incoming_book_id_arrival_book FOREIGN KEY(book_id) REFERENCES arrival_book (id), 
	CONSTRAINT fk_incoming_entered_by_officer FOREIGN KEY(entered_by) REFERENCES officer (id)
);
CREATE TABLE issuing_body (
	id CHAR(32) NOT NULL, salt BLOB, 
	CONSTRAINT pk_issuing_body PRIMARY KEY (id)
);
CREATE TABLE known_word (
	word TEXT NOT NULL, 
	CONSTRAINT pk_known_word PRIMARY KEY (word)
);
CREATE TABLE link (
	id CHAR(32) NOT NULL, 
	from_id CHAR(32) NOT NULL, 
	to_id CHAR(32) NOT NULL, 
	kind TEXT NOT NULL, 
	made_at DATETIME NOT NULL, 
	officer_id CHAR(32) NOT NULL, 
	notes TEXT, 
	salt BLOB, 
	CONSTRAINT pk_link PRIMARY KEY (id), 
	CONSTRAINT uq_link_from_id UNIQUE (from_id, to_id, kind), 
	CONSTRAINT fk_link_officer_id_officer FOREIGN KEY(officer_id) REFERENCES officer (id)
);
CREATE TABLE locked_row (
	row_id CHAR(32) NOT NULL, 
	page_id CHAR(32) NOT NULL, 
	CONSTRAINT pk_locked_row PRIMARY KEY (row_id, page_id), 
	CONSTRAINT fk_locked_row_page_id_book_page FOREIGN KEY(page_id) REFERENCES book_page (id)
);
CREATE TABLE mention (
	dispatch_id CHAR(32) NOT NULL, 
	kind TEXT NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_mention PRIMARY KEY (dispatch_id, kind, value), 
	CONSTRAINT fk_mention_dispatch_id_dispatch FOREIGN KEY(dispatch_id) REFERENCES dispatch (id) ON DELETE CASCADE
);
CREATE TABLE office (
	id CHAR(32) NOT NULL, 
	founded_at DATETIME NOT NULL, 
	is_sample BOOLEAN NOT NULL, salt BLOB, 
	CONSTRAINT pk_office PRIMARY KEY (id)
);
CREATE TABLE officer (
	id CHAR(32) NOT NULL, 
	name TEXT NOT NULL, 
	sorted_name TEXT NOT NULL, 
	position TEXT, 
	first_day DATE, 
	last_day DATE, salt BLOB, roles TEXT DEFAULT 'administrator clerk drafter head' NOT NULL, 
	CONSTRAINT pk_officer PRIMARY KEY (id)
);
CREATE TABLE open_arrival (
	arrival_id CHAR(32) NOT NULL, 
	state TEXT NOT NULL, 
	due_on DATE, 
	receiver TEXT, 
	CONSTRAINT pk_open_arrival PRIMARY KEY (arrival_id), 
	CONSTRAINT fk_open_arrival_arrival_id_incoming FOREIGN KEY(arrival_id) REFERENCES incoming (id)
);
CREATE TABLE outgoing (
	id CHAR(32) NOT NULL, 
	series_id CHAR(32) NOT NULL, 
	number INTEGER NOT NULL, 
	suffix TEXT NOT NULL, 
	reference TEXT NOT NULL, 
	state TEXT NOT NULL, 
	entered_at DATETIME NOT NULL, 
	entered_by CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	document_type TEXT NOT NULL, 
	document_date DATE, 
	subject TEXT, 
	signer TEXT, 
	recipients TEXT NOT NULL, 
	file_copy_holder TEXT, 
	copies INTEGER, 
	notes TEXT, 
	urgency TEXT, 
	reason TEXT, 
	date_reason TEXT, 
	held_for TEXT, 
	held_until DATETIME, 
	ended_at DATETIME, 
	ended_by CHAR(32), 
	dispatch_id CHAR(32), 
	pdf TEXT, 
	import_id CHAR(32), 
	salt BLOB, 
	CONSTRAINT pk_outgoing PRIMARY KEY (id), 
	CONSTRAINT uq_outgoing_series_id UNIQUE (series_id, number, suffix), 
	CONSTRAINT fk_outgoing_series_id_series FOREIGN KEY(series_id) REFERENCES series (id), 
	CONSTRAINT fk_outgoing_entered_by_officer FOREIGN KEY(entered_by) REFERENCES officer (id), 
	CONSTRAINT fk_outgoing_dispatch_id_dispatch FOREIGN KEY(dispatch_id) REFERENCES dispatch (id)
);
CREATE TABLE reading (
	dispatch_id CHAR(32) NOT NULL, 
	officer_id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	read_at DATETIME NOT NULL, 
	CONSTRAINT pk_reading PRIMARY KEY (dispatch_id, officer_id), 
	CONSTRAINT fk_reading_dispatch_id_dispatch FOREIGN KEY(dispatch_id) REFERENCES dispatch (id) ON DELETE CASCADE, 
	CONSTRAINT fk_reading_officer_id_officer FOREIGN KEY(officer_id) REFERENCES officer (id)
);
CREATE TABLE recovery_code (
	id CHAR(32) NOT NULL, 
	secret TEXT NOT NULL, 
	made_at DATETIME NOT NULL, 
	used_at DATETIME, 
	salt BLOB, 
	CONSTRAINT pk_recovery_code PRIMARY KEY (id)
);
CREATE TABLE remark (
	id CHAR(32) NOT NULL, 
	dispatch_id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	officer_id CHAR(32) NOT NULL, 
	made_at DATETIME NOT NULL, 
	place TEXT, 
	quote TEXT NOT NULL, 
	text TEXT NOT NULL, 
	done_at DATETIME, 
	done_by CHAR(32), 
	salt BLOB, 
	CONSTRAINT pk_remark PRIMARY KEY (id), 
	CONSTRAINT fk_remark_dispatch_id_dispatch FOREIGN KEY(dispatch_id) REFERENCES dispatch (id), 
	CONSTRAINT fk_remark_officer_id_officer FOREIGN KEY(officer_id) REFERENCES officer (id), 
	CONSTRAINT fk_remark_done_by_officer FOREIGN KEY(done_by) REFERENCES officer (id)
);
CREATE TABLE retention_rule (
	id CHAR(32) NOT NULL, 
	place_in_order INTEGER NOT NULL, 
	kinds TEXT NOT NULL, 
	retention TEXT, 
	source TEXT, 
	salt BLOB, 
	CONSTRAINT pk_retention_rule PRIMARY KEY (id)
);
CREATE TABLE saved_view (
	id CHAR(32) NOT NULL, 
	owner_id CHAR(32) NOT NULL, 
	place_in_order INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	"query" TEXT NOT NULL, 
	salt BLOB, 
	CONSTRAINT pk_saved_view PRIMARY KEY (id), 
	CONSTRAINT fk_saved_view_owner_id_officer FOREIGN KEY(owner_id) REFERENCES officer (id)
);
CREATE TABLE series (
	id CHAR(32) NOT NULL, 
	body_id CHAR(32) NOT NULL, 
	type_group TEXT NOT NULL, 
	term_id CHAR(32), 
	first_day DATE, 
	last_day DATE, 
	opening_number INTEGER NOT NULL, 
	opening_reason TEXT, 
	last_number INTEGER NOT NULL, 
	closed_at DATETIME, 
	closed_by CHAR(32), 
	salt BLOB, 
	CONSTRAINT pk_series PRIMARY KEY (id), 
	CONSTRAINT uq_series_body_id UNIQUE (body_id, type_group, first_day), 
	CONSTRAINT fk_series_body_id_issuing_body FOREIGN KEY(body_id) REFERENCES issuing_body (id)
);
CREATE TABLE setting (
	owner TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	value TEXT NOT NULL, salt BLOB, 
	CONSTRAINT pk_setting PRIMARY KEY (owner, "key")
);
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
	stands_in_for CHAR(32), salt BLOB, officer_id CHAR(32), types TEXT, 
	CONSTRAINT pk_signatory PRIMARY KEY (id), 
	CONSTRAINT fk_signatory_body_id_issuing_body FOREIGN KEY(body_id) REFERENCES issuing_body (id), 
	CONSTRAINT fk_signatory_stands_in_for_signatory FOREIGN KEY(stands_in_for) REFERENCES signatory (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE signature (
	id CHAR(32) NOT NULL, 
	dispatch_id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	block INTEGER NOT NULL, 
	officer_id CHAR(32) NOT NULL, 
	made_at DATETIME NOT NULL, 
	is_on_paper BOOLEAN NOT NULL, 
	taken_back_at DATETIME, 
	salt BLOB, 
	CONSTRAINT pk_signature PRIMARY KEY (id), 
	CONSTRAINT fk_signature_dispatch_id_dispatch FOREIGN KEY(dispatch_id) REFERENCES dispatch (id), 
	CONSTRAINT fk_signature_officer_id_officer FOREIGN KEY(officer_id) REFERENCES officer (id)
);
CREATE TABLE stand_in (
	id CHAR(32) NOT NULL, 
	body_id CHAR(32) NOT NULL, 
	place_in_order INTEGER NOT NULL, 
	signatory_id CHAR(32) NOT NULL, 
	first_day DATE, 
	last_day DATE, 
	salt BLOB, 
	CONSTRAINT pk_stand_in PRIMARY KEY (id), 
	CONSTRAINT fk_stand_in_body_id_issuing_body FOREIGN KEY(body_id) REFERENCES issuing_body (id)
);
CREATE TABLE template (
	id CHAR(32) NOT NULL, 
	name TEXT NOT NULL, 
	owner_id CHAR(32) NOT NULL, 
	text TEXT NOT NULL, 
	updated_at DATETIME NOT NULL, salt BLOB, 
	CONSTRAINT pk_template PRIMARY KEY (id), 
	CONSTRAINT fk_template_owner_id_officer FOREIGN KEY(owner_id) REFERENCES officer (id)
);
CREATE TABLE term (
	id CHAR(32) NOT NULL, 
	body_id CHAR(32) NOT NULL, 
	place_in_order INTEGER NOT NULL, 
	first_day DATE, 
	last_day DATE, 
	name TEXT NOT NULL, salt BLOB, 
	CONSTRAINT pk_term PRIMARY KEY (id), 
	CONSTRAINT fk_term_body_id_issuing_body FOREIGN KEY(body_id) REFERENCES issuing_body (id)
);
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
CREATE INDEX ix_assignee_arrival_id ON assignee (arrival_id);
CREATE INDEX ix_assignee_officer_id ON assignee (officer_id, ended_at);
CREATE INDEX ix_attachment_digest ON attachment (digest);
CREATE INDEX ix_attachment_record_id ON attachment (record_id);
CREATE INDEX ix_body_version_body_id ON body_version (body_id);
CREATE INDEX ix_case_file_handover_id ON case_file (handover_id);
CREATE INDEX ix_case_file_heading_id ON case_file (heading_id);
CREATE INDEX ix_case_file_keeper_id ON case_file (keeper_id);
CREATE INDEX ix_case_file_state ON case_file (state, closed_on, id);
CREATE INDEX ix_case_paper_case_file_id ON case_paper (case_file_id);
CREATE INDEX ix_case_paper_record_id ON case_paper (record_id);
CREATE INDEX ix_correction_record_id ON correction (record_id);
CREATE INDEX ix_delivery_outgoing_id ON delivery (outgoing_id);
CREATE INDEX ix_delivery_sent_on ON delivery (sent_on) WHERE sent_on IS NOT NULL;
CREATE INDEX ix_delivery_unsent ON delivery (sent_on, outgoing_id) WHERE sent_on IS NULL AND method <> 'file';
CREATE INDEX ix_directive_phrase_owner_id ON directive_phrase (owner_id);
CREATE INDEX ix_dispatch_owner_id ON dispatch (owner_id);
CREATE INDEX ix_dispatch_status ON dispatch (status, submitted_at);
CREATE INDEX ix_dispatch_updated_at ON dispatch (updated_at);
CREATE INDEX ix_extension_arrival_id ON extension (arrival_id);
CREATE INDEX ix_file_copy_use_outgoing_id ON file_copy_use (outgoing_id);
CREATE INDEX ix_file_copy_use_used_on ON file_copy_use (used_on);
CREATE INDEX ix_handling_finished_on ON handling (finished_on, arrival_id);
CREATE INDEX ix_incoming_answer ON incoming (answer, due_on, id);
CREATE INDEX ix_incoming_arrived_on ON incoming (arrived_on, id);
CREATE INDEX ix_incoming_entered_at ON incoming (entered_at, year, number, id);
CREATE INDEX ix_incoming_handed_on ON incoming (handed_on, entered_at, year, number, id);
CREATE INDEX ix_incoming_import_id ON incoming (import_id);
CREATE INDEX ix_incoming_receiver ON incoming (receiver, entered_at, year, number, id);
CREATE INDEX ix_incoming_twin_key ON incoming (twin_key);
CREATE INDEX ix_link_to_id ON link (to_id);
CREATE INDEX ix_locked_row_page_id ON locked_row (page_id);
CREATE INDEX ix_mention_kind_value ON mention (kind, value);
CREATE INDEX ix_open_arrival_due_on ON open_arrival (due_on, arrival_id);
CREATE INDEX ix_open_arrival_state ON open_arrival (state, due_on, arrival_id);
CREATE INDEX ix_outgoing_date_reason ON outgoing (document_date, id) WHERE date_reason IS NOT NULL;
CREATE INDEX ix_outgoing_dispatch_id ON outgoing (dispatch_id);
CREATE INDEX ix_outgoing_document_date ON outgoing (document_date, id);
CREATE INDEX ix_outgoing_document_type ON outgoing (document_type, document_date, id);
CREATE INDEX ix_outgoing_entered_at ON outgoing (entered_at);
CREATE INDEX ix_outgoing_import_id ON outgoing (import_id);
CREATE INDEX ix_outgoing_state ON outgoing (state, document_date, id);
CREATE INDEX ix_remark_dispatch_id ON remark (dispatch_id);
CREATE INDEX ix_saved_view_owner_id ON saved_view (owner_id);
CREATE INDEX ix_signatory_body_id ON signatory (body_id);
CREATE INDEX ix_signature_dispatch_id ON signature (dispatch_id);
CREATE INDEX ix_stand_in_body_id ON stand_in (body_id);
CREATE INDEX ix_template_owner_id ON template (owner_id);
CREATE INDEX ix_term_body_id ON term (body_id);
CREATE TRIGGER findable_words_change AFTER UPDATE OF id, folded ON findable BEGIN INSERT INTO findable_words (findable_words, rowid, folded) VALUES ('delete', old.id, old.folded); INSERT INTO findable_words (rowid, folded) VALUES (new.id, new.folded); END;
CREATE TRIGGER findable_words_drop AFTER DELETE ON findable BEGIN INSERT INTO findable_words (findable_words, rowid, folded) VALUES ('delete', old.id, old.folded); END;
CREATE TRIGGER findable_words_put AFTER INSERT ON findable BEGIN INSERT INTO findable_words (rowid, folded) VALUES (new.id, new.folded); END;
CREATE TRIGGER history_only_grows_no_delete BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'the history only grows'); END;
CREATE TRIGGER history_only_grows_no_replace BEFORE INSERT ON history WHEN EXISTS (SELECT 1 FROM history WHERE number = NEW.number) BEGIN SELECT RAISE(ABORT, 'the history only grows'); END;
CREATE TRIGGER history_only_grows_no_update BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'the history only grows'); END;
INSERT INTO alembic_version VALUES('0004');
INSERT INTO arrival_book VALUES('01a20b7f03387271bedc3af26f6a6cbe', 'hội nghị', 0, NULL, X'5FE0BC961DDFFBB6D3A4454E4F6E1080');
INSERT INTO arrival_value VALUES('sender', '', 'hội nghị', 1);
INSERT INTO arrival_value VALUES('senders_symbol', 'hội nghị', '-CV/HU', 1);
INSERT INTO arrival_year VALUES('01a20b7f03387271bedc3af26f6a6cbe', 2024, 1, NULL, 1, X'2E960E655B11D989F9867C43B40C7D0D');
INSERT INTO assignee VALUES('01a20b838b607f51a67d8331a9fd7ec7', '01a20b7f03387c1584ebf53fce863038', 0, 'lead', 'hội nghị', '0193f64905a87800a96ceb53b92d7721', NULL, '2026-11-24 03:05:00.000000', '2026-11-24 03:05:00.000000', NULL, NULL, X'9C498FDA3E1FE0B947BF6D59339B46B2');
INSERT INTO assignee VALUES('01a20b838b60725b863d38a93fbd1def', '01a20b7f03387c1584ebf53fce863038', 1, 'support', 'hội nghị', NULL, '2025-01-02', '2026-11-24 03:05:00.000000', NULL, NULL, NULL, X'4776CCE02BEB41A130C0F9ABAB158C9D');
INSERT INTO attachment VALUES('01a20b7f033874408a47fc5847d3cb1f', '01a20b7f0338784d8133d891847716c7', 0, 'scan', 'hội nghị.pdf', 'application/pdf', 1033, 2, '0ed3d10fb66498aef89fb70c28ae317066ecf09b0bc16a3b60f8222cff5d7c83', '2026-11-24 03:00:03.000000', '0193f64905a87800a96ceb53b92d7721', NULL, X'B74B8369F6EF702C662A4FAD1B70C334');
INSERT INTO attachment VALUES('01a20b7f03387b14991cbc64695c448e', '01a20b7f03387c1584ebf53fce863038', 0, 'scan', 'hội nghị.pdf', 'application/pdf', 4179, 2, '0ed3d10fb66498aef89fb70c28ae317066ecf09b0bc16a3b60f8222cff5d7c83', '2026-11-24 03:00:03.000000', '0193f64905a87800a96ceb53b92d7721', NULL, X'1FE84EC8E1FA891F476F4F950F39F215');
INSERT INTO body_version VALUES('0193f64905a87fdfaaefe1ccdcd8e70d', '0193f64905a8773098901e1709ad7df4', 0, NULL, '2025-02-28', 'HUYỆN ỦY HÀ NINH', 'BAN TUYÊN GIÁO', 'BTGHU', 'Hà Ninh', 'Ban Tuyên giáo Huyện ủy', 'Huyện ủy', 'ủy', '0193f64905a8731b9daf4186a0386010', X'36D38D71012B71DE99F2C4A53F3814CB');
INSERT INTO body_version VALUES('0193f64905a871fcb49f15583e287bdb', '0193f64905a8731b9daf4186a0386010', 0, '2025-03-01', '2025-06-30', 'HUYỆN ỦY HÀ NINH', 'BAN TUYÊN GIÁO VÀ DÂN VẬN', 'BTGDVHU', 'Hà Ninh', 'Ban Tuyên giáo và Dân vận Huyện ủy', 'Huyện ủy', 'ủy', '0193f64905a87f5db9ee29465ff76a22', X'E621F58ED6D069740EF0BD4AC96DE645');
INSERT INTO body_version VALUES('0193f64905a87cd49c6eb6966c5fe03d', '0193f64905a87f5db9ee29465ff76a22', 0, '2025-07-01', NULL, 'ĐẢNG ỦY XÃ HÀ NINH', 'BAN XÂY DỰNG ĐẢNG', 'BXDĐ', 'Hà Ninh', 'Ban Xây dựng Đảng Đảng ủy xã', 'Đảng ủy xã', 'ủy', NULL, X'3F2A2B1DE0475F89781B65E27C649EC5');
INSERT INTO book_page VALUES('01a20b7f03387b7dadd0c758e636b9bb', 'outgoing', '01a20b7f-0338-76b8-ab27-1e5b8be0a218', 2024, 1, '[]', '0ed3d10fb66498aef89fb70c28ae317066ecf09b0bc16a3b60f8222cff5d7c83', 'hội nghị', '2026-11-24 03:00:03.000000', '0193f64905a87800a96ceb53b92d7721', NULL, NULL, X'F401BD1276C840D4BE062FC757CCFF58');
INSERT INTO case_file VALUES('01a20b838b6070b69722004b924309ba', 2024, '01a20b838b6079c7b734800419229713', 1, '01.TT863038', 'hội nghị', 'permanent', '0193f64905a87800a96ceb53b92d7721', 'handed_over', 1, '2024-12-24', '2024-12-31', NULL, NULL, NULL, 12, NULL, NULL, NULL, NULL, '01a20b838b60718081b415a95da61ae2', 1, X'15DD3EA7A39105DFBD19DF1964F86E24');
INSERT INTO case_handover VALUES('01a20b838b60718081b415a95da61ae2', '2025-03-02', 'hội nghị', 'hội nghị', NULL, NULL, '2026-11-24 03:05:00.000000', '0193f64905a87800a96ceb53b92d7721', X'6105F4553C575C08E63E4C033FA6B696');
INSERT INTO case_heading VALUES('01a20b838b6079c7b734800419229713', 2024, 0, 'TT863038', 'hội nghị', X'022EBE54B27F8D01206FE33C990088DC');
INSERT INTO case_list VALUES(2024, '2024-01-05', 'hội nghị', NULL, X'A333D536F3FC5C881197737173E97CBB');
INSERT INTO case_paper VALUES('01a20b838b60751eab8e5a150f4e2d75', '01a20b838b6070b69722004b924309ba', 0, '01a20b7f03387c1584ebf53fce863038', 'incoming', NULL, NULL, NULL, NULL, NULL, 1, 1, 12, NULL, '2026-11-24 03:05:00.000000', '0193f64905a87800a96ceb53b92d7721', NULL, NULL, X'0575265B82E37B978A6BF655BB143658');
INSERT INTO correction VALUES('01a20b7f033879de92fdb60aec7668cf', '01a20b7f0338784d8133d891847716c7', 'outgoing', '2026-11-24 03:00:03.000000', '0193f64905a87800a96ceb53b92d7721', 'hội nghị', '[["copies","3","4"]]', 0, X'0C3CFBFF2E87C400D72ED991EC172078');
INSERT INTO credential VALUES('0193f64905a87800a96ceb53b92d7721', 'pin', 'scrypt$...', '2024-12-24 01:30:21.000000', 0, '2024-12-24 01:30:21.000000', NULL, X'4D184954DE5BB7A9D03782FF0C4D14B2');
INSERT INTO delivery VALUES('01a20b7f03387eefb4a91828fc26c30c', '01a20b7f0338784d8133d891847716c7', 0, 'hội nghị', 1, 'post', '2024-12-24', 1, NULL, NULL, NULL, NULL, X'FB9461413FF823774E87C372821F5D94');
INSERT INTO directive_phrase VALUES('01a20b838b60764494378ca4ceeb8003', '0193f64905a87800a96ceb53b92d7721', 0, 'hội nghị', X'6C43FC5B646F09DBC84CD7EF748DA969');
INSERT INTO dispatch VALUES('0193f6490d7875d7b7ed7e9f5c823b99', '0193f64905a8773098901e1709ad7df4', '0193f64905a87fdfaaefe1ccdcd8e70d', 'party-2018', '0193f64905a87800a96ceb53b92d7721', 'draft', 0, '2024-12-24 01:30:03.000000', '2024-12-24 01:30:03.000000', NULL, 1, '{
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
', 'CV', 'cong van', 'V/v mở lớp bồi dưỡng', 'BAN TUYÊN GIÁO', ' v v mo lop boi duong cong van huyen uy ha ninh ban tuyen giao cv btghu ha ninh v v mo lop boi duong cac chi bo dang bo truc thuoc ban tuyen giao de nghi cac dong chi cu nguoi du lop k t truong ban pho truong ban do khanh linh nhu tren luu ban tuyen giao', X'39232A527B5D713F7E6F4BCF25E55EA0', NULL, NULL);
INSERT INTO dispatch VALUES('0193f64919307f4aaa84e19d77325ec5', '0193f64905a8773098901e1709ad7df4', '0193f64905a87fdfaaefe1ccdcd8e70d', 'party-2018', '0193f64905a87800a96ceb53b92d7721', 'submitted', 1, '2024-12-24 01:30:06.000000', '2024-12-24 01:30:10.000000', NULL, 3, '{
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
  "signing": [
    {
      "authority": "K/T TRƯỞNG BAN",
      "position": "PHÓ TRƯỞNG BAN",
      "name": "Đỗ Khánh Linh"
    },
    {
      "position": "CHỦ NHIỆM",
      "name": "Hoàng Thu Lê"
    }
  ]
}
', 'KH', 'ke hoach', 'Tuyên truyền Đại hội', 'BAN TUYÊN GIÁO', ' tuyen truyen dai hoi ke hoach huyen uy ha ninh ban tuyen giao kh btghu ha ninh tuyen truyen dai hoi ban tuyen giao de nghi cac dong chi cu nguoi du lop k t truong ban pho truong ban do khanh linh chu nhiem hoang thu le nhu tren luu ban tuyen giao', X'ECD8BA9C3BA73F71A130389A849B39A0', NULL, '2024-12-24 01:30:07.000000');
INSERT INTO dispatch VALUES('0193f64938707b04a4a1c92e07455949', '0193f64905a8773098901e1709ad7df4', '0193f64905a87fdfaaefe1ccdcd8e70d', 'party-2018', '0193f64905a87800a96ceb53b92d7721', 'draft', 0, '2024-12-24 01:30:14.000000', '2024-12-24 01:30:14.000000', '2024-12-24 01:30:15.000000', 2, '{
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
', 'CV', 'cong van', 'Bản nháp bỏ đi', 'BAN TUYÊN GIÁO', ' ban nhap bo di cong van huyen uy ha ninh ban tuyen giao cv btghu ha ninh ban nhap bo di cac chi bo dang bo truc thuoc ban tuyen giao de nghi cac dong chi cu nguoi du lop k t truong ban pho truong ban do khanh linh nhu tren luu ban tuyen giao', X'5D32111FCE45A18A5970106ABD133841', NULL, NULL);
INSERT INTO dispatch_version VALUES('0193f64919307f4aaa84e19d77325ec5', 1, 'submit', '0193f64905a87800a96ceb53b92d7721', '2024-12-24 01:30:07.000000', '{
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
  "signing": [
    {
      "authority": "K/T TRƯỞNG BAN",
      "position": "PHÓ TRƯỞNG BAN",
      "name": "Đỗ Khánh Linh"
    },
    {
      "position": "CHỦ NHIỆM",
      "name": "Hoàng Thu Lê"
    }
  ]
}
', X'12DBF4AD63032CCEB6E631F902C3F1EB', '6ce8fb038b3732bee93d28307ce89ebe09f7a49eff379e709349f36e68447133');
INSERT INTO extension VALUES('01a20b838b6077849efa9c2de4477034', '01a20b7f03387c1584ebf53fce863038', '2025-01-03', '2025-01-05', 'hội nghị', 'hội nghị', '2026-11-24 03:05:00.000000', '0193f64905a87800a96ceb53b92d7721', X'7EFE4D16CAD41AB375D268EF0AEFD079');
INSERT INTO file_copy_use VALUES('01a20b7f03387f32b1fdd8578655c98d', '01a20b7f0338784d8133d891847716c7', '2024-12-24', 'hội nghị', NULL, NULL, NULL, NULL, 'hội nghị', X'919E3265629B05DC11112B599CD1B31B');
INSERT INTO file_text VALUES('0ed3d10fb66498aef89fb70c28ae317066ecf09b0bc16a3b60f8222cff5d7c83', 'hội nghị');
INSERT INTO findable VALUES(775153516544, '01a20b7f0338784d8133d891847716c7', 'outgoing', 'hội nghị 0.13436424411240122', 'CV', 'issued', '2024-12-24', NULL, NULL, 0, 1, '01-CV/BTGHU', 'Các chi bộ
hội nghị', 'Trần Minh Khôi', 'hội nghị', '/k-outgoing /s-issued /b-hoinghi013436424411240122 /t-cv /p-cacchibo /p-hoinghi /n-tranminhkhoi 1cvbtghu 1 01 cv btghu 1cvbtghu 01 cv btghu cong van hoi nghi tran minh khoi cac chi bo hoi nghi huyen uy ha ninh ban tuyen giao kh btghu ha ninh tuyen truyen dai hoi ban tuyen giao de nghi cac dong chi cu nguoi du lop k t truong ban pho truong ban do khanh linh chu nhiem hoang thu le nhu tren luu ban tuyen giao hoi nghi');
INSERT INTO findable VALUES(775152467968, '01a20b7f03387c1584ebf53fce863038', 'incoming', '01a20b7f-0338-7271-bedc-3af26f6a6cbe', NULL, 'registered', '2024-12-23', '2025-01-05', NULL, 0, 1, '868-CV/HU', 'hội nghị', NULL, 'hội nghị', '/k-incoming /s-registered /b-01a20b7f03387271bedc3af26f6a6cbe /p-hoinghi /d- 868cvhu 868 868 cv hu 868cvhu 868 cv hu 1 hoi nghi hoi nghi hoi nghi');
INSERT INTO findable VALUES(775153516545, '0193f6490d7875d7b7ed7e9f5c823b99', 'draft', NULL, 'CV', 'draft', '2024-12-24', NULL, '0193f64905a87800a96ceb53b92d7721', 1, NULL, NULL, 'Các chi bộ, đảng bộ trực thuộc', 'Đỗ Khánh Linh', 'V/v mở lớp bồi dưỡng', '/k-draft /s-draft /t-cv /p-cacchibodangbotructhuoc /n-dokhanhlinh v v mo lop boi duong cong van huyen uy ha ninh ban tuyen giao cv btghu ha ninh v v mo lop boi duong cac chi bo dang bo truc thuoc ban tuyen giao de nghi cac dong chi cu nguoi du lop k t truong ban pho truong ban do khanh linh nhu tren luu ban tuyen giao');
INSERT INTO findable VALUES(775153516546, '0193f64919307f4aaa84e19d77325ec5', 'draft', NULL, 'KH', 'submitted', '2024-12-24', NULL, '0193f64905a87800a96ceb53b92d7721', 0, NULL, NULL, NULL, 'Đỗ Khánh Linh, Hoàng Thu Lê', 'Tuyên truyền Đại hội', '/k-draft /s-submitted /t-kh /n-dokhanhlinhhoangthule tuyen truyen dai hoi ke hoach huyen uy ha ninh ban tuyen giao kh btghu ha ninh tuyen truyen dai hoi ban tuyen giao de nghi cac dong chi cu nguoi du lop k t truong ban pho truong ban do khanh linh chu nhiem hoang thu le nhu tren luu ban tuyen giao');
INSERT INTO handling VALUES('01a20b7f03387c1584ebf53fce863038', 'under_way', '2026-11-24 03:05:00.000000', '0193f64905a87800a96ceb53b92d7721', '0193f64905a87800a96ceb53b92d7721', 'hội nghị', '2026-11-24 03:05:00.000000', '0193f64905a87800a96ceb53b92d7721', NULL, '2025-01-03', NULL, NULL, NULL, NULL, 1, X'C9CC834FB60E4146D1E68C9862D80571');
INSERT INTO history VALUES(1, '{"act":"found","after":null,"at":"2024-12-24T01:30:01.000000Z","before":"0000000000000000000000000000000000000000000000000000000000000000","facts":{"is_sample":true},"kind":"office","n":1,"officer":"0193f649-05a8-7800-a96c-eb53b92d7721","record":"0193f649-05a8-7a73-9920-14e46bfded2f","records":{"body_version:0193f649-05a8-71fc-b49f-15583e287bdb":"f251278674868a8e9552900080361b35afdab7734e66abf1e296dd51990715ec","body_version:0193f649-05a8-7cd4-9c6e-b6966c5fe03d":"a236587feb23ee61457b818fa20ac562b37071bf128402a3f747182b7608a6ba","body_version:0193f649-05a8-7fdf-aaef-e1ccdcd8e70d":"95afcba2a37a923dd188ad9650b351d80d82a0fc7fe770cd0300c35200137756","issuing_body:0193f649-05a8-731b-9daf-4186a0386010":"ff436499790f4a84c90435f98e550c1d61ce7425d1c075658f71d5acf7766811","issuing_body:0193f649-05a8-7730-9890-1e1709ad7df4":"ebaef2a3a3c5a87c5a86ab0bb8f62a63cded14f69a85627a91b512f3b444eeb4","issuing_body:0193f649-05a8-7f5d-b9ee-29465ff76a22":"0fd4219bc3445dfa955118ad84b3941e408dda5221fad3b7ed6bf2772566f48b","office:0193f649-05a8-7a73-9920-14e46bfded2f":"d7125a04587a866d3ccd3fb9531718f0bfb99f648ca80a753b7fb868b464dfc0","officer:0193f649-05a8-7800-a96c-eb53b92d7721":"08329c6afb66fb6b8c7eae6150a972605625adbee3e5b7d8bd921f1c871c174e","officer:0193f649-05a9-7437-97e8-0e911f0e28be":"87151c8a5eb793546e3f4029e2c3577b46b2b454abe98c3a2e3b18f166c20fa8","officer:0193f649-05aa-75f7-9007-ec3e662419ba":"025d0ea6845c8e358c7ed9b04045abf4ac05cbeaedcce45b2704215886e89ee8","officer:0193f649-05ab-7fe2-81da-943015f047cf":"27ddb319ec9db92099766123858463ae93173310daff6a2b6387a768e41b896f","officer:0193f649-05ac-77e7-8678-953e004a1053":"1a9a4304292723d7d37102b4abaa701aa6b3cca36ee1edf3d2c1bd0f5c5adffd","officer:0193f649-05ad-7ee6-93f5-c193b9889182":"cb833c003a5baac9bc0c4980566093eae52ea531013a93f32b0c83120230ce23","signatory:0193f649-05a8-7167-9b96-14152a211d80":"ebcb00c5d24ca6500e23b93674a20003cb10382fdeabc8b51a1c9ba40ecdf60e","signatory:0193f649-05a8-721d-8582-8a5489b986ac":"f52b95710676f43d651f9121bacf3a592b18bda93957e0e853cf4a14ce9fda58","signatory:0193f649-05a8-731f-9606-63463cd56f15":"c8217bbf7e99e4defce5d461a9795917bc76c0a6f67abd81509cb879cbbe5be0","signatory:0193f649-05a8-74e8-a776-d0d405748b7e":"55c20d6d5e33c012faf9a81125f9aa56c6152be5f24ba8fa7f24ea916c3e3899","signatory:0193f649-05a8-7566-bdaa-382a74774e0f":"cb299331eef37dfc841a3c8f65af10e3c4ae9f45d7d59f514ac5a064628b923d","signatory:0193f649-05a8-758f-a23f-219ca3f273ea":"c9cd1366e3cadee76f29e19b8c1f8fe50075abf3056ccc2a26fec6525430bbcd","signatory:0193f649-05a8-7b2b-b2d7-740d78b1e7ba":"fc87fbfabc96a6b13eda1379396ed48d600fe8ca83e13ab62496ebea119050d3","term:0193f649-05a8-7127-b412-862eee2e60a4":"e3a7b451325a077e72dfbe8aecf545c3957c6701064953d45e7325f7dae9a518","term:0193f649-05a8-72e0-8b82-be7102cafc61":"f62dc01c59a917387fa985039e3e76f67afd5503d78c536cc4691a1756237a6f","term:0193f649-05a8-7b8e-ac4e-eba4096c14b2":"bb18ed854407f99e70b79ca768acffc46ae26135a74c3b2f6039c3b3f37b55eb","term:0193f649-05a8-7cdd-9cbf-d4f12ab1256a":"918d9d4191b6f4d890393573e5c4de13ecec6099b3d6bca538fd95cdf960e927"},"v":2}', '1321621366def45e3dc0c764c58a4dee1fc16291b108b4d15350a91a0d8a7fad');
INSERT INTO history VALUES(2, '{"act":"begin","after":null,"at":"2024-12-24T01:30:03.000000Z","before":"1321621366def45e3dc0c764c58a4dee1fc16291b108b4d15350a91a0d8a7fad","facts":{},"kind":"dispatch","n":2,"officer":"0193f649-05a8-7800-a96c-eb53b92d7721","record":"0193f649-0d78-75d7-b7ed-7e9f5c823b99","records":{"dispatch:0193f649-0d78-75d7-b7ed-7e9f5c823b99":"624237eee9fad071e4b355465fa314e0675020eb1eb462be7d7d58ee696a5ede"},"v":2}', 'b84d73a963eac760cd01061cf40dfa807880ec532ad8ece861a988292f8afedc');
INSERT INTO history VALUES(3, '{"act":"begin","after":null,"at":"2024-12-24T01:30:06.000000Z","before":"b84d73a963eac760cd01061cf40dfa807880ec532ad8ece861a988292f8afedc","facts":{},"kind":"dispatch","n":3,"officer":"0193f649-05a8-7800-a96c-eb53b92d7721","record":"0193f649-1930-7f4a-aa84-e19d77325ec5","records":{"dispatch:0193f649-1930-7f4a-aa84-e19d77325ec5":"58bad3a25fdc895478269fb0449f683ed44b84b88f2bab4cff2c7bbd64c66584"},"v":2}', 'e86e88097764b13579c1642e11c171635a697879004a011d172864a3dbd6d872');
INSERT INTO history VALUES(4, '{"act":"submit","after":"6ce8fb038b3732bee93d28307ce89ebe09f7a49eff379e709349f36e68447133","at":"2024-12-24T01:30:07.000000Z","before":"e86e88097764b13579c1642e11c171635a697879004a011d172864a3dbd6d872","facts":{"rounds":1,"status":"submitted","version":1},"kind":"dispatch","n":4,"officer":"0193f649-05a8-7800-a96c-eb53b92d7721","record":"0193f649-1930-7f4a-aa84-e19d77325ec5","records":{"dispatch:0193f649-1930-7f4a-aa84-e19d77325ec5":"c09a0edc316934a0d8e8ec4982272fd6f33176cbfde0b4fd3563fb2fad786077","dispatch_version:0193f649-1930-7f4a-aa84-e19d77325ec5:1":"db020de0a1155c1cb4f2ff90bcf8539c82bccffc53359666912d508c73f70a15"},"v":2}', 'dbcbda2dbc451cd584a06f08de5355fe6eff1db37503418fd895ef5aeb16ce0c');
INSERT INTO history VALUES(5, '{"act":"sign","after":null,"at":"2024-12-24T01:30:10.000000Z","before":"dbcbda2dbc451cd584a06f08de5355fe6eff1db37503418fd895ef5aeb16ce0c","facts":{"blocks":1,"on_paper":false,"read":1},"kind":"dispatch","n":5,"officer":"0193f649-05ab-7fe2-81da-943015f047cf","record":"0193f649-1930-7f4a-aa84-e19d77325ec5","records":{"dispatch:0193f649-1930-7f4a-aa84-e19d77325ec5":"1c78648a2ff8d5f9e5bed56afd6433ac9ecf02272a8652ad2f2f71f6e6731a54","signature:0193f649-28d0-76cb-8928-6d6eee4e0492":"cb671522f8fce0e9b51ab7eadfc123fcaec232beba394298d61f2e9fd57230fa"},"v":2}', '6aec82f8f51c0fe7c71a3583d5cdc43b12b655673756077f1cf5568430fb5a05');
INSERT INTO history VALUES(6, '{"act":"remark","after":null,"at":"2024-12-24T01:30:11.000000Z","before":"6aec82f8f51c0fe7c71a3583d5cdc43b12b655673756077f1cf5568430fb5a05","facts":{},"kind":"dispatch","n":6,"officer":"0193f649-05ab-7fe2-81da-943015f047cf","record":"0193f649-1930-7f4a-aa84-e19d77325ec5","records":{"remark:0193f649-2cb8-7426-8377-37b4cf2b1be2":"e34ebe23550ab014889615438f3fbacfb3d4a91c6cae7711ce28eb2d201785e9"},"v":2}', '460b4e1bba7c1e447e78e9a9d46257780339290f3b0dd80c28e52cf620332324');
INSERT INTO history VALUES(7, '{"act":"begin","after":null,"at":"2024-12-24T01:30:14.000000Z","before":"460b4e1bba7c1e447e78e9a9d46257780339290f3b0dd80c28e52cf620332324","facts":{},"kind":"dispatch","n":7,"officer":"0193f649-05a8-7800-a96c-eb53b92d7721","record":"0193f649-3870-7b04-a4a1-c92e07455949","records":{"dispatch:0193f649-3870-7b04-a4a1-c92e07455949":"8bc5659d69cedd5feb3e0a701dea5d5ebb4305400aae1c04e6ff0324a9c50acb"},"v":2}', 'a519d6fd8a541e90a4771bfc0e9b76126912c9d0a2467c38e2fab8d5f95a7044');
INSERT INTO history VALUES(8, '{"act":"delete","after":null,"at":"2024-12-24T01:30:15.000000Z","before":"a519d6fd8a541e90a4771bfc0e9b76126912c9d0a2467c38e2fab8d5f95a7044","facts":{},"kind":"dispatch","n":8,"officer":"0193f649-05a8-7800-a96c-eb53b92d7721","record":"0193f649-3870-7b04-a4a1-c92e07455949","records":{"dispatch:0193f649-3870-7b04-a4a1-c92e07455949":"3b76b609fea78d1e4325cac0129a47835cbb2c2e5ecbaec4b72e2cfca141647f"},"v":2}', '2cd441c6cb993fc43e82e12b86a82ae07673eeef9c94f43af0e64b94b111c8d2');
INSERT INTO history VALUES(9, '{"act":"save","after":null,"at":"2024-12-24T01:30:16.000000Z","before":"2cd441c6cb993fc43e82e12b86a82ae07673eeef9c94f43af0e64b94b111c8d2","facts":{},"kind":"template","n":9,"officer":"0193f649-05a8-7800-a96c-eb53b92d7721","record":"0193f649-4040-7997-8a9b-b1662f4c4391","records":{"template:0193f649-4040-7997-8a9b-b1662f4c4391":"8cb10b030cb7a5e9dbc2c8365ef7588f4ba53e791108c2e5e754c3ebdd842958"},"v":2}', 'a32d3463ecb2fb1cc18a871bd185ca1b1cf1652a8471042390a642c46d0d7c22');
INSERT INTO history VALUES(10, '{"act":"choose","after":null,"at":"2024-12-24T01:30:17.000000Z","before":"a32d3463ecb2fb1cc18a871bd185ca1b1cf1652a8471042390a642c46d0d7c22","facts":{"key":"unusual_types","value":"true"},"kind":"setting","n":10,"officer":"0193f649-05a8-7800-a96c-eb53b92d7721","record":null,"records":{"setting:office:unusual_types":"a32d2bdcd926d0bdf78c1c8888857e9084773a34418363a4c1303dfd1408c4f9"},"v":2}', '0411b10b36702ead46dafe7a11f6baafe97d20251d894a97b99207b9d690916d');
INSERT INTO history VALUES(11, '{"act":"choose","after":null,"at":"2024-12-24T01:30:19.000000Z","before":"0411b10b36702ead46dafe7a11f6baafe97d20251d894a97b99207b9d690916d","facts":{"key":"columns"},"kind":"setting","n":11,"officer":"0193f649-05a8-7800-a96c-eb53b92d7721","record":"0193f649-05a8-7800-a96c-eb53b92d7721","records":{"setting:0193f649-05a8-7800-a96c-eb53b92d7721:columns":"24c04ebc06b72f55835cf7772800742314880d63ad1a5d6aa7464928be937429"},"v":2}', '2c2792375b5952aa806f049a961cad6ac0a766724b56320ca4a47214899674ee');
INSERT INTO history VALUES(12, '{"act":"change","after":null,"at":"2024-12-24T01:30:20.000000Z","before":"2c2792375b5952aa806f049a961cad6ac0a766724b56320ca4a47214899674ee","facts":{},"kind":"body","n":12,"officer":"0193f649-05a8-7800-a96c-eb53b92d7721","record":"0193f649-05a8-7730-9890-1e1709ad7df4","records":{"stand_in:0193f649-4fe0-763e-b021-0e155778e134":"7d609cd7ce61f4aea83f83c39b0a2efcd730d26e08035f32f4e2558b8f8a7c11"},"v":2}', 'f2352af484ba7923acc65da1c4dbe81f73d30b0f4a8158172fb67e802ab163f4');
INSERT INTO history VALUES(13, '{"act":"change","after":null,"at":"2024-12-24T01:30:21.000000Z","before":"f2352af484ba7923acc65da1c4dbe81f73d30b0f4a8158172fb67e802ab163f4","facts":{},"kind":"officer","n":13,"officer":"0193f649-05a8-7800-a96c-eb53b92d7721","record":"0193f649-05a8-7800-a96c-eb53b92d7721","records":{"credential:0193f649-05a8-7800-a96c-eb53b92d7721":"a79728897adff41a5cefd58ec2dff39f1c3751eb7ce365686d894b1e6b72a19f","recovery_code:0193f649-53c8-7acc-bb1e-c28f0f44e030":"c2636a339b0a2010b1e5e6817353fd536ec5ea359a849e4bef1a4c97a7725a1d"},"v":2}', '1bbc59072bbab953890c4d79ea9a4f9b69c3535c98c1378155fc629716d1e788');
INSERT INTO history VALUES(14, '{"act":"keep","after":null,"at":"2026-11-24T03:00:03.000000Z","before":"1bbc59072bbab953890c4d79ea9a4f9b69c3535c98c1378155fc629716d1e788","facts":{},"kind":"registers","n":14,"officer":"0193f649-05a8-7800-a96c-eb53b92d7721","record":null,"records":{"arrival_book:01a20b7f-0338-7271-bedc-3af26f6a6cbe":"d032a487827ade4fd6ec7f6ab03b32fc264498fcde8ab711567b375934b7177f","arrival_year:01a20b7f-0338-7271-bedc-3af26f6a6cbe:2024":"6935475f496aa2c8778bfb604dbb634e07acaf91fedbb96dfcff5247c8427aa4","attachment:01a20b7f-0338-7440-8a47-fc5847d3cb1f":"a10bc566673bd5718e39099d688c1fb657566fc77b896559fd1813ff4ccd1177","attachment:01a20b7f-0338-7b14-991c-bc64695c448e":"97069c6d78486db85294a446fbb7da43518e3248fe2297fe2c2705499ee33d6b","book_page:01a20b7f-0338-7b7d-add0-c758e636b9bb":"eee20aba5d1b1fe23ddbc92eb13da09ed7b21c556d18b97c7a56178e7bd556e7","correction:01a20b7f-0338-79de-92fd-b60aec7668cf":"9547dfa60f444589ae6594ceab512547a4827143e0e3d389fed43f256a6a39ea","delivery:01a20b7f-0338-7eef-b4a9-1828fc26c30c":"ba011ede04b80505695fdc67bfae33ad00c0defa1284acf602ef0db8367fda29","file_copy_use:01a20b7f-0338-7f32-b1fd-d8578655c98d":"b0c53c31bddf081a88059bf949464bc9f6cc8490774eb7343197f3366537155a","holiday:2025-03-02":"ce9e66968a161c57450652ca81ff48d4bd3aa866a659ca40c0663e28e6efab5a","import_batch:01a20b7f-0338-7a57-b209-03338482621c":"e50772d74714293552828c9fca028022d3ed6181e87bd536bec1c90b7d0a1e87","incoming:01a20b7f-0338-7c15-84eb-f53fce863038":"f8f21a187fa9babe7e2048ac5114247e79a9b7323674ba32243d23a97f1904c4","link:01a20b7f-0338-7ca1-a8c3-c697efaba114":"681d3607674a5c927d911eb0cce94d7bcdea9ed4ff3342e4053531385f6f3681","outgoing:01a20b7f-0338-784d-8133-d891847716c7":"a5a4c9f4bb56c05933eab129649ae34deed898564b9c08992d8ee6fa33e55f00","saved_view:01a20b7f-0338-723c-9a68-388cdccdfaaf":"a244ab7a7149f4fc37d07fbc690d43ec73a685f4eeae3373b934af786e4ca958","series:01a20b7f-0338-7f8d-a57c-e30da855b3a2":"0f01986b7e486fb7934137eb13339697bf94203be7fbf03b4da54a5be955f316"},"v":2}', '09d78d5765f5baf5a772d632234326e248b69e221a586efd83ef3d81b479b92d');
INSERT INTO history VALUES(15, '{"act":"rebuild","after":null,"at":"2026-11-24T03:00:04.000000Z","before":"09d78d5765f5baf5a772d632234326e248b69e221a586efd83ef3d81b479b92d","facts":{"documents":4},"kind":"index","n":15,"officer":"0193f649-05aa-75f7-9007-ec3e662419ba","record":null,"records":{},"v":2}', 'f6c7e229a1ad62415f58e78b5f7d4618c0c14e83e145ba4b9b1259edb8d3b441');
INSERT INTO history VALUES(16, '{"act":"keep","after":null,"at":"2026-11-24T03:05:00.000000Z","before":"f6c7e229a1ad62415f58e78b5f7d4618c0c14e83e145ba4b9b1259edb8d3b441","facts":{},"kind":"work","n":16,"officer":"0193f649-05a8-7800-a96c-eb53b92d7721","record":null,"records":{"assignee:01a20b83-8b60-725b-863d-38a93fbd1def":"1dbd990e51de2f7e95149c078feaa5b9a770ff17e151368a5088f470131809b2","assignee:01a20b83-8b60-7f51-a67d-8331a9fd7ec7":"2a51d1c9a315d6094817a453ec03c81dc0e99b4dff48b5dae1a4cd796d32cd26","case_file:01a20b83-8b60-70b6-9722-004b924309ba":"31d3f5e43a709cf4292eb65e15864bfdab5568bbfa0a2e6052dbd4af3114da51","case_handover:01a20b83-8b60-7180-81b4-15a95da61ae2":"2b5ab35878ac7bac38ea603248f3ecdb7e59bb52e64944e1187d772b10fc72a7","case_heading:01a20b83-8b60-79c7-b734-800419229713":"322f02e249d541fccc09271f12830c2bcc2fbd91c47954d3881d24bb3c58764b","case_list:2024":"5cb8ccac51d9ac811fce8d5562f928efe99663ec6d917ff1db19c6a03d2c5e1a","case_paper:01a20b83-8b60-751e-ab8e-5a150f4e2d75":"86ed40435d396cefac0102fdfa05fbee4a94baa3de8e44f48b5194921727e45e","directive_phrase:01a20b83-8b60-7644-9437-8ca4ceeb8003":"37092d7660e6dd1b68052892daf02798447557239fcb46f275f3c30595e067f9","extension:01a20b83-8b60-7784-9efa-9c2de4477034":"f50c982b9e1f3ea2911dd9d0113e8c025ac606eaa85dc566db1741971089eded","handling:01a20b7f-0338-7c15-84eb-f53fce863038":"079a07b7510ae5d2c234dcbc54f2cb8d1d975b12861d42c7103881c01241a126","retention_rule:01a20b83-8b60-73cc-ae29-cbf94e5bb724":"c9dd0cf0cca82f4b33392f865c923d7d9c0403664abe2851f0573bc56c874018"},"v":2}', '72ecb059ec2807c2e7aca045b9e2ae94bf810514b62d370e5758aab28de8db59');
INSERT INTO history_index VALUES('0193f64905a87a73992014e46bfded2f', 1);
INSERT INTO history_index VALUES('0193f6490d7875d7b7ed7e9f5c823b99', 2);
INSERT INTO history_index VALUES('0193f64919307f4aaa84e19d77325ec5', 3);
INSERT INTO history_index VALUES('0193f64919307f4aaa84e19d77325ec5', 4);
INSERT INTO history_index VALUES('0193f64919307f4aaa84e19d77325ec5', 5);
INSERT INTO history_index VALUES('0193f64919307f4aaa84e19d77325ec5', 6);
INSERT INTO history_index VALUES('0193f64938707b04a4a1c92e07455949', 7);
INSERT INTO history_index VALUES('0193f64938707b04a4a1c92e07455949', 8);
INSERT INTO history_index VALUES('0193f649404079978a9bb1662f4c4391', 9);
INSERT INTO history_index VALUES('0193f64905a87800a96ceb53b92d7721', 11);
INSERT INTO history_index VALUES('0193f64905a8773098901e1709ad7df4', 12);
INSERT INTO history_index VALUES('0193f64905a87800a96ceb53b92d7721', 13);
INSERT INTO holiday VALUES('2025-03-02', 'hội nghị', 0, X'B174BE7C1E0B236C87BDF07BB424AB1E');
INSERT INTO import_batch VALUES('01a20b7f03387a57b20903338482621c', 'outgoing', 'hội nghị', '0ed3d10fb66498aef89fb70c28ae317066ecf09b0bc16a3b60f8222cff5d7c83', '2026-11-24 03:00:03.000000', '0193f64905a87800a96ceb53b92d7721', '{}', '{}', NULL, NULL, X'A6C9F86846C0EA48C990CF8EB07B193C');
INSERT INTO incoming VALUES('01a20b7f03387c1584ebf53fce863038', '01a20b7f03387271bedc3af26f6a6cbe', 2024, 1, '', '2026-11-24 03:00:03.000000', '0193f64905a87800a96ceb53b92d7721', 1, 'registered', '2024-12-24', 'hội nghị', '868-CV/HU', NULL, '2024-12-23', 'hội nghị', NULL, NULL, 2, NULL, NULL, NULL, NULL, NULL, '2025-01-05', NULL, NULL, NULL, 'hoinghi|868cvhu|2024', NULL, X'BDDC3EABE40F426AF43A38B445540EDD');
INSERT INTO issuing_body VALUES('0193f64905a8773098901e1709ad7df4', X'6F1901FE1A4725F04422E51D22EB3274');
INSERT INTO issuing_body VALUES('0193f64905a8731b9daf4186a0386010', X'7502452BFF7EE6CE6CE223EC6E3DA30D');
INSERT INTO issuing_body VALUES('0193f64905a87f5db9ee29465ff76a22', X'032403F895EEFB070A673E6420EB6013');
INSERT INTO known_word VALUES('ban');
INSERT INTO known_word VALUES('boi');
INSERT INTO known_word VALUES('btghu');
INSERT INTO known_word VALUES('cac');
INSERT INTO known_word VALUES('chi');
INSERT INTO known_word VALUES('chu');
INSERT INTO known_word VALUES('cong');
INSERT INTO known_word VALUES('dai');
INSERT INTO known_word VALUES('dang');
INSERT INTO known_word VALUES('dong');
INSERT INTO known_word VALUES('duong');
INSERT INTO known_word VALUES('giao');
INSERT INTO known_word VALUES('hoach');
INSERT INTO known_word VALUES('hoang');
INSERT INTO known_word VALUES('hoi');
INSERT INTO known_word VALUES('huyen');
INSERT INTO known_word VALUES('khanh');
INSERT INTO known_word VALUES('khoi');
INSERT INTO known_word VALUES('linh');
INSERT INTO known_word VALUES('lop');
INSERT INTO known_word VALUES('luu');
INSERT INTO known_word VALUES('minh');
INSERT INTO known_word VALUES('nghi');
INSERT INTO known_word VALUES('nguoi');
INSERT INTO known_word VALUES('nhiem');
INSERT INTO known_word VALUES('nhu');
INSERT INTO known_word VALUES('ninh');
INSERT INTO known_word VALUES('pho');
INSERT INTO known_word VALUES('thu');
INSERT INTO known_word VALUES('thuoc');
INSERT INTO known_word VALUES('tran');
INSERT INTO known_word VALUES('tren');
INSERT INTO known_word VALUES('truc');
INSERT INTO known_word VALUES('truong');
INSERT INTO known_word VALUES('truyen');
INSERT INTO known_word VALUES('tuyen');
INSERT INTO known_word VALUES('van');
INSERT INTO link VALUES('01a20b7f03387ca1a8c3c697efaba114', '01a20b7f0338784d8133d891847716c7', '01a20b7f03387c1584ebf53fce863038', 'answers', '2026-11-24 03:00:03.000000', '0193f64905a87800a96ceb53b92d7721', 'hội nghị', X'10182A6D11FBC2B158B2471D95E00991');
INSERT INTO locked_row VALUES('01a20b7f0338784d8133d891847716c7', '01a20b7f03387b7dadd0c758e636b9bb');
INSERT INTO mention VALUES('0193f6490d7875d7b7ed7e9f5c823b99', 'place', 'Hà Ninh');
INSERT INTO mention VALUES('0193f6490d7875d7b7ed7e9f5c823b99', 'addressee', 'Các chi bộ, đảng bộ trực thuộc');
INSERT INTO mention VALUES('0193f6490d7875d7b7ed7e9f5c823b99', 'recipient', 'Như trên');
INSERT INTO mention VALUES('0193f6490d7875d7b7ed7e9f5c823b99', 'recipient', 'Lưu Ban Tuyên giáo');
INSERT INTO mention VALUES('0193f6490d7875d7b7ed7e9f5c823b99', 'signatory', '["K/T TRƯỞNG BAN","PHÓ TRƯỞNG BAN","Đỗ Khánh Linh"]');
INSERT INTO mention VALUES('0193f64919307f4aaa84e19d77325ec5', 'place', 'Hà Ninh');
INSERT INTO mention VALUES('0193f64919307f4aaa84e19d77325ec5', 'recipient', 'Như trên');
INSERT INTO mention VALUES('0193f64919307f4aaa84e19d77325ec5', 'recipient', 'Lưu Ban Tuyên giáo');
INSERT INTO mention VALUES('0193f64919307f4aaa84e19d77325ec5', 'signatory', '["K/T TRƯỞNG BAN","PHÓ TRƯỞNG BAN","Đỗ Khánh Linh"]');
INSERT INTO mention VALUES('0193f64919307f4aaa84e19d77325ec5', 'signatory', '[null,"CHỦ NHIỆM","Hoàng Thu Lê"]');
INSERT INTO mention VALUES('0193f64938707b04a4a1c92e07455949', 'place', 'Hà Ninh');
INSERT INTO mention VALUES('0193f64938707b04a4a1c92e07455949', 'addressee', 'Các chi bộ, đảng bộ trực thuộc');
INSERT INTO mention VALUES('0193f64938707b04a4a1c92e07455949', 'recipient', 'Như trên');
INSERT INTO mention VALUES('0193f64938707b04a4a1c92e07455949', 'recipient', 'Lưu Ban Tuyên giáo');
INSERT INTO mention VALUES('0193f64938707b04a4a1c92e07455949', 'signatory', '["K/T TRƯỞNG BAN","PHÓ TRƯỞNG BAN","Đỗ Khánh Linh"]');
INSERT INTO office VALUES('0193f64905a87a73992014e46bfded2f', '2024-12-24 01:30:01.000000', 1, X'6235949EDC5D6112B9C5BCBB6FC91542');
INSERT INTO officer VALUES('0193f64905a87800a96ceb53b92d7721', 'Trịnh Bảo Ngọc', 'trinh bao ngoc', 'Chuyên viên', NULL, NULL, X'D0F1BB3FDC87E90E8ECBEC023255B48E', 'administrator drafter');
INSERT INTO officer VALUES('0193f64905a9743797e80e911f0e28be', 'Lương Gia Bách', 'luong gia bach', 'Chuyên viên', NULL, NULL, X'F9E32220C25B78240562008EB343C443', 'drafter');
INSERT INTO officer VALUES('0193f64905aa75f79007ec3e662419ba', 'Vũ Thị Hạnh', 'vu thi hanh', 'Văn thư', NULL, NULL, X'E32A5D6EFB6BDFE24E0778DCFD9379E5', 'clerk');
INSERT INTO officer VALUES('0193f64905ab7fe281da943015f047cf', 'Đỗ Khánh Linh', 'do khanh linh', 'Phó Trưởng ban', NULL, NULL, X'368C26F0F5E27FC60EC7C8212BFD25A3', 'head');
INSERT INTO officer VALUES('0193f64905ac77e78678953e004a1053', 'Trần Minh Khôi', 'tran minh khoi', 'Trưởng ban', NULL, '2025-05-15', X'37E14BD19964BE0053A53687CB7EADD7', 'head');
INSERT INTO officer VALUES('0193f64905ad7ee693f5c193b9889182', 'Phan Đức Toàn', 'phan duc toan', 'Phó Trưởng ban', '2025-03-01', NULL, X'B18339D85A190FC5C5F1E7E7159B19B7', 'head');
INSERT INTO open_arrival VALUES('01a20b7f03387c1584ebf53fce863038', 'under_way', '2025-01-05', NULL);
INSERT INTO outgoing VALUES('01a20b7f0338784d8133d891847716c7', '01a20b7f03387f8da57ce30da855b3a2', 1, '', '01-CV/BTGHU', 'issued', '2026-11-24 03:00:03.000000', '0193f64905a87800a96ceb53b92d7721', 1, 'CV', '2024-12-24', 'hội nghị', 'Trần Minh Khôi', 'Các chi bộ
hội nghị', NULL, 4, NULL, NULL, NULL, NULL, NULL, '2026-11-24 03:00:03.000000', NULL, NULL, '0193f64919307f4aaa84e19d77325ec5', NULL, NULL, X'E8946A6CF43C24D311010B00824AFDF1');
INSERT INTO reading VALUES('0193f64919307f4aaa84e19d77325ec5', '0193f64905ab7fe281da943015f047cf', 1, '2024-12-24 01:30:09.000000');
INSERT INTO recovery_code VALUES('0193f64953c87accbb1ec28f0f44e030', 'scrypt$...', '2024-12-24 01:30:21.000000', NULL, X'D5017D9809BFF5714B2552948EB7298F');
INSERT INTO remark VALUES('0193f6492cb87426837737b4cf2b1be2', '0193f64919307f4aaa84e19d77325ec5', 1, '0193f64905ab7fe281da943015f047cf', '2024-12-24 01:30:11.000000', NULL, '', 'Xem lại nơi nhận', NULL, NULL, X'AB7BC1354299E64A2D0ED63A8D452B11');
INSERT INTO retention_rule VALUES('01a20b838b6073ccae29cbf94e5bb724', 0, 'hội nghị', 'permanent', NULL, X'35F5FBB08BE7216754FEF5B943BAA56E');
INSERT INTO saved_view VALUES('01a20b7f0338723c9a68388cdccdfaaf', '0193f64905a87800a96ceb53b92d7721', 0, 'hội nghị', '{}', X'1D399C1484F7603E372A8E5EAE3E9163');
INSERT INTO series VALUES('01a20b7f03387f8da57ce30da855b3a2', '0193f64905a8773098901e1709ad7df4', 'hội nghị 0.13436424411240122', NULL, '2024-01-01', '2024-12-31', 1, NULL, 1, NULL, NULL, X'BB1205FE79D1B8CF0442D88A1C7E7B8C');
INSERT INTO setting VALUES('office', 'unusual_types', 'true', X'9FC138D3CBFA38E12D07B27A40A17904');
INSERT INTO setting VALUES('0193f649-05a8-7800-a96c-eb53b92d7721', 'columns', '[]', X'6830161E06CBCCB5A07B31A29C914D35');
INSERT INTO signatory VALUES('0193f64905a87566bdaa382a74774e0f', '0193f64905a8773098901e1709ad7df4', 0, NULL, '2025-02-28', 'Trần Minh Khôi', 'TRƯỞNG BAN', '', NULL, NULL, X'6E971B1177483DBAA3238F33410395F1', NULL, NULL);
INSERT INTO signatory VALUES('0193f64905a87b2bb2d7740d78b1e7ba', '0193f64905a8773098901e1709ad7df4', 1, NULL, '2025-02-28', 'Đỗ Khánh Linh', 'PHÓ TRƯỞNG BAN', 'K/T', 'TRƯỞNG BAN', '0193f64905a87566bdaa382a74774e0f', X'A24B47E5519CD87746233B6607816962', NULL, NULL);
INSERT INTO signatory VALUES('0193f64905a8721d85828a5489b986ac', '0193f64905a8731b9daf4186a0386010', 0, NULL, '2025-05-15', 'Trần Minh Khôi', 'TRƯỞNG BAN', '', NULL, NULL, X'7C7F45369EC1CBA1BB1C95FBC96E6A15', NULL, NULL);
INSERT INTO signatory VALUES('0193f64905a8731f960663463cd56f15', '0193f64905a8731b9daf4186a0386010', 1, '2025-05-16', NULL, 'Đỗ Khánh Linh', 'TRƯỞNG BAN', 'Q.', NULL, NULL, X'013B3A1EB4B4CF88C34E1E11404F8B76', NULL, NULL);
INSERT INTO signatory VALUES('0193f64905a871679b9614152a211d80', '0193f64905a8731b9daf4186a0386010', 2, NULL, '2025-05-15', 'Phan Đức Toàn', 'PHÓ TRƯỞNG BAN', 'K/T', 'TRƯỞNG BAN', '0193f64905a8721d85828a5489b986ac', X'25854E4EBA72506476C06630854B6D11', NULL, NULL);
INSERT INTO signatory VALUES('0193f64905a874e8a776d0d405748b7e', '0193f64905a87f5db9ee29465ff76a22', 0, NULL, NULL, 'Đỗ Khánh Linh', 'TRƯỞNG BAN', '', NULL, NULL, X'70872F7FBECE27F0A91A5BEAE9C33A74', NULL, NULL);
INSERT INTO signatory VALUES('0193f64905a8758fa23f219ca3f273ea', '0193f64905a87f5db9ee29465ff76a22', 1, NULL, NULL, 'Phan Đức Toàn', 'PHÓ TRƯỞNG BAN', 'K/T', 'TRƯỞNG BAN', '0193f64905a874e8a776d0d405748b7e', X'F27F13D1F0439EE9051BBC007409564B', NULL, NULL);
INSERT INTO signature VALUES('0193f64928d076cb89286d6eee4e0492', '0193f64919307f4aaa84e19d77325ec5', 1, 0, '0193f64905ab7fe281da943015f047cf', '2024-12-24 01:30:10.000000', 0, NULL, X'B051A0EAE3C8F0EBA2008FA36771975C');
INSERT INTO stand_in VALUES('0193f6494fe0763eb0210e155778e134', '0193f64905a8773098901e1709ad7df4', 0, '0193f64905a87b2bb2d7740d78b1e7ba', '2024-07-01', '2024-07-14', X'F4B93776A164ADD5047E11C72282D5D7');
INSERT INTO template VALUES('0193f649404079978a9bb1662f4c4391', 'Mẫu mời họp', '0193f64905a87800a96ceb53b92d7721', '{
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
', '2024-12-24 01:30:16.000000', X'D8111A927F333D154BC24A27E2AB33AC');
INSERT INTO term VALUES('0193f64905a87cdd9cbfd4f12ab1256a', '0193f64905a8773098901e1709ad7df4', 0, '2020-08-01', '2025-06-30', '2020 - 2025', X'CCF9C69B218A7E30515880EDC842E9D6');
INSERT INTO term VALUES('0193f64905a872e08b82be7102cafc61', '0193f64905a8731b9daf4186a0386010', 0, '2020-08-01', '2025-06-30', '2020 - 2025', X'58847CED0560A4BC0DB865259E5052A9');
INSERT INTO term VALUES('0193f64905a87b8eac4eeba4096c14b2', '0193f64905a87f5db9ee29465ff76a22', 0, '2025-07-01', '2025-08-14', '2020 - 2025', X'21209685A96D38F8C0812135303668DB');
INSERT INTO term VALUES('0193f64905a87127b412862eee2e60a4', '0193f64905a87f5db9ee29465ff76a22', 1, '2025-08-15', NULL, '2025 - 2030', X'4DCBE7DD0E949291AC12B84C075C24F1');
INSERT INTO working_copy VALUES('0193f6490d7875d7b7ed7e9f5c823b99', '0193f64905a87800a96ceb53b92d7721', 'máy 1', 1, '{
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
', '2024-12-24 01:30:04.000000');
COMMIT;
