-- The edition before, with its number, as it was written; none before the first.
SELECT edition, content FROM edition_kept ORDER BY edition DESC LIMIT 1;
