select campaign_id, title, first_day, last_day, courts
from campaign
order by position desc;
