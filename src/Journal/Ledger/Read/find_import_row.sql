-- $1: import. $2: row.
select case_id from import_row where import = $1 and sheet_row = $2;
