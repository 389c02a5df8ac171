select campaign_id, position, title, first_day, last_day, courts
from campaign
order by position desc;
