"""What surrounds every page: window, navigation, runner, words, formats, and the ways to read, write and go."""
