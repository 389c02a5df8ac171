-- $1: import. The cases that its rows became part of, each once, with the unit they are listed for.
select distinct f.case_id, f.imported
from import_row r
join case_file f on f.case_id = r.case_id
where r.import = $1 and f.joined_into is null
order by f.case_id;
