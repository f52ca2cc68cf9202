-- How late the latest timer is, is asked every five seconds: of many that wait, only those that
-- failed before are looked at beside those that are due.
CREATE INDEX timer_put_off ON timer (due) WHERE attempts > 0;
