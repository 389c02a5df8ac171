select unit, name, post, phone, since from duty_contact order by unit;
