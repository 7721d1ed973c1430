-- An archive of :n citations: articles of a hundred notes, of which the first tenth comes once more as an older version.
-- Each is checked twice, each source visited twice: one in fifty is lost at the second visit, one in a hundred behind a wall, one in twenty another text.
with recursive n(k) as (select 0 union all select k + 1 from n where k + 1 < :n / 100)
insert into documents (id, name, sha256, format, text, block_kinds, added_at)
select k + 1, 'article ' || k || '.md', 'new ' || k, 'markdown', 'A text.', '["paragraph"]', '2025-06-02T09:00:00Z' from n
union all select :n / 100 + k + 1, 'article ' || k || '.md', 'old ' || k, 'markdown', 'A text.', '["paragraph"]', '2025-01-02T09:00:00Z'
from n where k < :n / 100 / 10;

insert into runs (verb, arguments, version, started_at) values ('check', '', '1', '2025-01-02T09:00:00Z');

with recursive n(k) as (select 0 union all select k + 1 from n where k + 1 < :n * 8 / 10)
insert into sources (id, url, host, identity, added_at)
select k + 1, 'https://paper-' || (k % 900) || '.example/2024/story-' || k, 'paper-' || (k % 900) || '.example', 'story ' || k, '2025-01-02T09:00:00Z' from n;

insert into bodies (sha256, size, content) values ('of all', 0, x'');
with recursive n(k) as (select 0 union all select k + 1 from n where k < 1)
insert into snapshots (id, body_id, sha256, media_type, url, captured_at)
select id + k * :n, 1, printf('%064x', id + k * :n), 'text/html', url || '#' || k, '2025-01-02T09:01:00Z' from sources, n where k = 0 or id % 20 = 3;
insert into texts (id, snapshot_id, extractor, version, main, text, text_sha256)
select id, id, 'html', '1', '[]', 'What capture ' || id || ' says of the harbour, its quays and its boats.', sha256 from snapshots;

insert into fetches (run_id, source_id, plan, fetched_at, link, family, rule, reason, http_status, final_url, snapshot_id, text_id, headers)
select 1, id, 'live', '2025-01-02T09:' || printf('%02d', id % 60) || ':00Z', 'ok', 'found', 'status_200', 'The page is there.', 200, url, id, id,
       '[["content-type","text/html; charset=utf-8"],["server","nginx"],["date","Thu, 02 Jan 2025 09:01:00 GMT"]]' from sources;
insert into fetches (run_id, source_id, plan, fetched_at, link, family, rule, reason, http_status, final_url, snapshot_id, text_id, memento_url,
                     memento_at, headers)
select 1, id, 'live', '2025-06-02T09:' || printf('%02d', id % 60) || ':00Z',
       case when id % 50 = 1 then 'gone' when id % 100 = 2 then 'restricted' else 'ok' end,
       case when id % 50 = 1 then 'lost' when id % 100 = 2 then 'cannot_tell' else 'found' end, 'status',
       case when id % 50 = 1 then 'The server says 404.' when id % 100 = 2 then 'The server says 403.' else 'The page is there.' end,
       case when id % 50 = 1 then 404 when id % 100 = 2 then 403 else 200 end, url,
       case when id % 50 = 1 or id % 100 = 2 then null when id % 20 = 3 then id + :n else id end,
       case when id % 50 = 1 or id % 100 = 2 then null when id % 20 = 3 then id + :n else id end,
       iif(id % 50 = 1, 'https://web.example/2024/' || url, null), iif(id % 50 = 1, '2024-11-02T00:00:00Z', null),
       '[["content-type","text/html; charset=utf-8"],["server","nginx"],["date","Mon, 02 Jun 2025 09:01:00 GMT"]]' from sources;
insert into events (source_id, run_id, layer, word, severity, reason, happened_at, sure, told, life, lost_quotations, passages)
select source_id, 1, 'link', link, 'problem', reason, fetched_at, 1, 1, 'suspect', '[]', '[]' from fetches where family = 'lost' and source_id % 2;

with recursive n(k) as (select 1 union all select k + 1 from n where k < 100)
insert into notes (document_id, position, label, kind, text, hyperlinks, emphasis, data)
select id, k - 1, k, 'footnote', 'See the paper of that week, page ' || k || '.', '[]', '[]', '[]' from documents, n order by id, k;
insert into citations (id, document_id, note_id, source_id, position, raw, title, author, issued, identifiers)
select id, document_id, id, (id * 7 % (:n * 8 / 10)) + 1, position, text, 'The quays of winter ' || id, 'Ada Lenz', '2024-11', '{}' from notes;
insert into claims (id, document_id, position, text, context, block)
select id, document_id, position, 'The harbour counted ' || id || ' boats in the week after the ice had gone.', 'A longer text around it.', 0 from notes;
insert into claim_notes (claim_id, note_id, position) select id, id, 0 from claims;
insert into quotations (id, claim_id, position, text, kind, in_context)
select id, id, 0, id || ' boats in the week after the ice', 'quotation', 1 from claims where id % 2 = 0;

with recursive n(k) as (select 0 union all select k + 1 from n where k < 1)
insert into reports (id, run_id, document_id, checked_at, version, finished, looked)
select id * 2 + k, 1, id, iif(sha256 like 'old%', '2025-01-0', '2025-06-0') || (2 + k) || 'T10:00:00Z', '1', 1, 1 from documents, n;
insert into findings (id, report_id, claim_id, citation_id, quotation_id, position, kind, verdict, severity, reason, score, judged, differences,
                      conflicts, warnings)
select claims.id * 2 + reports.id % 2, reports.id, claims.id, claims.id, quotations.id, claims.position, iif(quotations.id, 'quotation', 'statement'),
       case when claims.id % 20 = 4 then 'not_found' when claims.id % 30 = 5 then 'altered' else 'verbatim' end,
       case when claims.id % 20 = 4 then 'problem' when claims.id % 30 = 5 then 'warning' else 'fine' end,
       'The words stand in the source as they are quoted.', 100.0, 'source', '[]', '[]', '[]'
from reports join claims on claims.document_id = reports.document_id left join quotations on claim_id = claims.id;
insert into matches (finding_id, position, exact, prefix, suffix, start_character, end_character)
select id, 0, 'boats in the week after the ice', 'They counted ', ' had gone.', 10, 41 from findings where severity <> 'problem';
insert into answers (report_id, citation_id, fetch_id, position, content, severity, word, reason, steps)
select reports.id, citations.id, fetches.id, citations.position, 'first',
       iif(fetches.family = 'lost', 'problem', 'fine'), iif(fetches.family = 'lost', fetches.link, 'verbatim'), fetches.reason, '[]'
from reports join citations on citations.document_id = reports.document_id
join fetches on fetches.source_id = citations.source_id and fetches.fetched_at like substr(checked_at, 1, 7) || '%' order by 1, 4;
insert into reference_checks (report_id, citation_id, position, field, cited, found, agreement, reason)
select reports.id, citations.id, 0, 'title', citations.title, 'The quays', iif(citations.id % 40 = 7, 'differs', 'agrees'), 'The titles say other things.'
from reports join citations on citations.document_id = reports.document_id;
