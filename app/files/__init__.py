"""Photos, documents, video and sound of the shop, kept once by their hash beside the database.

A worker calls ``receive`` (bytes into the store), then ``add_file`` links them to a record. Lists show
``small_copy``; ``bytes_of`` finds the original.
"""

from app.files.adding import SUBJECTS, AddFile, Received, add_file, are_points, attach, receive
from app.files.content import LARGEST, Seen, look
from app.files.linking import (
    EditFile,
    FileOf,
    archive,
    bring_back_file,
    edit_file,
    erase_file,
    unlink_file,
)
from app.files.reads import FileRow, bytes_of, count_files, get_file, list_files, list_files_of
from app.files.small import SIZES, shrunk, small_copy, small_path

__all__ = [
    "LARGEST",
    "SIZES",
    "SUBJECTS",
    "AddFile",
    "EditFile",
    "FileOf",
    "FileRow",
    "Received",
    "Seen",
    "add_file",
    "archive",
    "are_points",
    "attach",
    "bring_back_file",
    "bytes_of",
    "count_files",
    "edit_file",
    "erase_file",
    "get_file",
    "list_files",
    "list_files_of",
    "look",
    "receive",
    "shrunk",
    "small_copy",
    "small_path",
    "unlink_file",
]
