comment on view series_overview is 'What a series holds, one value an attribute, with the verdict of its check.';
