-- A program from before history would miss what is closed, and write timelines without a sequence.
UPDATE compatibility SET oldest_reader = greatest(oldest_reader, 2);
