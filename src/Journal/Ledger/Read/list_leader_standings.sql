select leader, left_at, away_from, away_until from leader_standing order by leader;
