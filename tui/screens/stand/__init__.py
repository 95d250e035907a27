"""The newsstand: feeds, headlines and the article in one screen."""
