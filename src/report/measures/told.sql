-- Which cells earlier editions told.
SELECT edition, space, cell FROM edition_told ORDER BY edition, space, cell;
