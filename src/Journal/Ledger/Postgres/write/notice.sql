insert into notice (
    position, case_id, leader, reception_id, channel)
select
    unnest($1), unnest($2), unnest($3), unnest($4), unnest($5);
