"""Edits a Word file in LibreOffice as a reader would: with changes recorded.

Usage: /usr/bin/python3 edit-in-libreoffice.py EDITS.json SOURCE.docx TARGET.docx

EDITS.json is a list of edits, each with its author. LibreOffice must be installed with its Python bridge (python3-uno). The written
file is made the same on every machine: its dates are fixed, and it names no program and no folder. Comments are
not made: LibreOffice 7.4 without a screen crashes on them.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK

FIXED_DATE = "2026-03-02T10:15:00Z"


def make_property(name, value):
    prop = PropertyValue()
    prop.Name = name
    prop.Value = value
    return prop


def start_office(profile):
    pipe = f"papers{os.getpid()}"
    process = subprocess.Popen(
        [
            "soffice",
            f"-env:UserInstallation=file://{profile}",
            "--headless",
            "--norestore",
            f"--accept=pipe,name={pipe};urp;",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            address = f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext"
            return process, resolver.resolve(address)
        except Exception:
            time.sleep(0.5)
    raise SystemExit("LibreOffice did not start")


def set_author(context, name):
    provider = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.configuration.ConfigurationProvider", context
    )
    path = make_property("nodepath", "/org.openoffice.UserProfile/Data")
    access = provider.createInstanceWithArguments(
        "com.sun.star.configuration.ConfigurationUpdateAccess", (path,)
    )
    first, _, last = name.partition(" ")
    access.setPropertyValue("givenname", first)
    access.setPropertyValue("sn", last)
    access.commitChanges()


def find(document, words):
    search = document.createSearchDescriptor()
    search.SearchString = words
    search.SearchCaseSensitive = True
    found = document.findFirst(search)
    if found is None:
        raise SystemExit(f'the text has no "{words}"')
    return found


def find_paragraph(document, words):
    """Selects the paragraph with these words, without its end."""
    cursor = find(document, words).Text.createTextCursorByRange(find(document, words))
    cursor.gotoStartOfParagraph(False)
    cursor.gotoEndOfParagraph(True)
    return cursor


def apply_edit(document, edit):
    if "replace" in edit:
        found = find(document, edit["replace"])
        found.String = edit["with"]
    elif "insert-after" in edit:
        found = find(document, edit["insert-after"])
        cursor = found.Text.createTextCursorByRange(found.End)
        found.Text.insertString(cursor, edit["text"], False)
        cursor.collapseToEnd()
        if edit.get("bold"):
            cursor.goLeft(len(edit["text"]), True)
            cursor.CharWeight = 150
    elif "delete-paragraph" in edit:
        cursor = find_paragraph(document, edit["delete-paragraph"])
        cursor.goRight(1, True)
        cursor.String = ""
    elif "add-after" in edit:
        cursor = find_paragraph(document, edit["add-after"])
        cursor.collapseToEnd()
        cursor.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
        cursor.Text.insertString(cursor, edit["text"], False)
    elif "split-before" in edit:
        found = find(document, edit["split-before"])
        cursor = found.Text.createTextCursorByRange(found.Start)
        found.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
    else:
        raise SystemExit(f"unknown edit: {edit}")


def edit_file(context, edits, source, target):
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    hidden = make_property("Hidden", True)
    document = desktop.loadComponentFromURL(f"file://{os.path.abspath(source)}", "_blank", 0, (hidden,))
    document.RecordChanges = True
    for edit in edits:
        set_author(context, edit["author"])
        apply_edit(document, edit)
    form = make_property("FilterName", "MS Word 2007 XML")
    document.storeToURL(f"file://{os.path.abspath(target)}", (form,))
    document.close(True)


def make_neutral(target):
    """Fixes the dates of the changes, and removes what differs between machines, and pictures."""
    with zipfile.ZipFile(target) as packed:
        parts = [(info.filename, packed.read(info)) for info in packed.infolist()]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts:
            if name.startswith("word/media/"):
                data = b""
            if name.endswith(".xml"):
                text = data.decode("utf-8")
                text = re.sub(r'(w:date|w16du:dateUtc)="[^"]*"', rf'\1="{FIXED_DATE}"', text)
                text = re.sub(r"<(dcterms:modified|dcterms:created)([^>]*)>[^<]*<", rf"<\1\2>{FIXED_DATE}<", text)
                text = re.sub(r"<(Application|Template|AppVersion)>[^<]*<", r"<\1><", text)
                data = text.encode("utf-8")
            info = zipfile.ZipInfo(name, (2026, 3, 2, 10, 15, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(info, data)


def main():
    edits_path, source, target = sys.argv[1:]
    with open(edits_path, encoding="utf-8") as file:
        edits = json.load(file)
    with tempfile.TemporaryDirectory() as profile:
        process, context = start_office(profile)
        try:
            copy = shutil.copy(source, os.path.join(profile, "source.docx"))  # no lock beside the file
            edit_file(context, edits, copy, target)
        finally:
            process.terminate()
            process.wait(30)
    make_neutral(target)


main()
