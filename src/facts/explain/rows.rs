//! The pages of what can be wrong with spreadsheets. Holds texts only.

use crate::facts::explain::page::pages;

pages! {
    AMBIGUOUS_NAME: Error, "ambiguous-name",
        "A name that several entities have",
        "A row names entities by their ids or names. This name could mean more than one.",
        "write the id",
        "two rivers with `also: [\"Aa\"]`, and a row with the subject `Aa`",
        "the same rivers, and a row with the subject `aa-latvia`, the id of one";
    GUESSED_ENCODING: Warning, "guessed-encoding",
        "A spreadsheet that is not in UTF-8",
        "Older programs save accents in a way that no file tells. It is read as Windows-1252 or Mac Roman, whichever makes letters of the accents, which is right nearly always.",
        "look whether accents are right; to be sure, save it as \"CSV UTF-8\"",
        "a spreadsheet saved as \"CSV\" on Windows, with the name Rhône in it",
        "the same, saved as \"CSV UTF-8\"";
    JOINED_ROWS: Error, "joined-rows",
        "A quotation mark that makes one row of several",
        "A cell that begins with a quotation mark goes on to the next one, over the ends of rows. What it swallows has as many cells as \
         rows have, so it is hardly meant.",
        "take the mark out, or write it twice",
        "relation,subject,object\nends in,\"elbe,north-sea\nends in,oder,baltic\nends in,weser\",north-sea",
        "relation,subject,object\nends in,elbe,north-sea";
    LONG_ROW: Error, "long-row",
        "A row with more cells than there are columns",
        "Nobody can tell what the last cell is for. Often a text has a comma in it.",
        "put a text with commas in quotation marks",
        "relation,subject,object,more\nends in,elbe,north-sea,It is long, and slow.",
        "relation,subject,object,more\nends in,elbe,north-sea,\"It is long, and slow.\"";
    MISSING_COLUMN: Error, "missing-column",
        "A column that is needed",
        "The first row names the columns. Facts need `subject`, and `relation` where there are several; entities need `name`, and \
         `class` where there are several.",
        "name it in the first row",
        "subject,object\nelbe,north-sea",
        "relation,subject,object\nends in,elbe,north-sea";
    NEW_NAME_NEAR: Warning, "new-name-near",
        "A name that is nearly another one",
        "A name that the table does not know becomes an entity of its own, with questions about it. This one is a slip away from one \
         that is known.",
        "correct it; if both are meant, list it in `entities` or in a spreadsheet of entities",
        "relation,subject,object\nends in,Danbue,north-sea",
        "relation,subject,object\nends in,Elbe,north-sea";
    NOT_A_DATE: Error, "not-a-date",
        "A cell that should be a date",
        "Spreadsheets write dates each in its own way, in which day and month cannot be told apart.",
        "write a year, a month or a day such as 1956-04, and format the column as text",
        "relation,subject,object,when\nends in,elbe,north-sea,21/4/56",
        "relation,subject,object,when\nends in,elbe,north-sea,1956-04-21";
    NOT_A_NEIGHBOUR: Error, "not-a-neighbour",
        "Neighbours that are not numbers with what they mean",
        "Each is a number, an equals sign and what it was; several are parted by semicolons.",
        "write such as: 1233 = That is the Rhine; 2850 = That is the Danube",
        "relation,subject,object,neighbours\nlength,elbe,1094 km,the Rhine",
        "relation,subject,object,neighbours\nlength,elbe,1094 km,1233 = That is the Rhine.";
    NOT_A_NUMBER: Error, "not-a-number",
        "A cell that should be a number",
        "The relation has no `to`, so its object is a number, with its unit behind it or in the column `unit`.",
        "write a number such as 21.7",
        "relation,subject,object\nlength,elbe,very long",
        "relation,subject,object\nlength,elbe,1094 km";
    NOT_A_PART: Error, "not-a-part",
        "A part of a fact that there is not",
        "`ask_not` names what is never asked for.",
        "write subject, object, when, month, day or number",
        "relation,subject,object,ask_not\nlength,elbe,1094 km,value",
        "relation,subject,object,ask_not\nlength,elbe,1094 km,number";
    NOT_YES_OR_NO: Error, "not-yes-or-no",
        "A cell that is neither yes nor no",
        "`the` and `plural` are so or not.",
        "write `yes`, or leave the cell empty",
        "relation,subject,object,the\nends in,elbe,north-sea,sometimes",
        "relation,subject,object,the\nends in,elbe,north-sea,yes";
    ROWS_OUTSIDE: Error, "rows-outside",
        "A spreadsheet that is not beside the table",
        "A table and its spreadsheets move together, from computer to computer. Nothing outside their folder is read.",
        "put it beside the table and write its name alone",
        "`rows: [\"../lists/rivers.csv\"]`",
        "`rows: [\"rivers.csv\"]`";
    ROWS_UNREAD: Error, "rows-unread",
        "A spreadsheet that cannot be read",
        "It is not there under that name, or it is no CSV: a workbook itself (xlsx, ods) must be saved as CSV first.",
        "save it beside the table as CSV, in UTF-8",
        "`rows: [\"rivers.csv\"]`, with `rivers.xlsx` beside the table",
        "`rows: [\"rivers.csv\"]`, with `rivers.csv` beside the table";
    SEVERAL_NAMES: Error, "several-names",
        "Several names in one cell",
        "A row tells one fact, of one subject and one object. The cell would become one thing with a semicolon in its name.",
        "write a row for each, or further names of one thing into `also` or `object_also`",
        "relation,subject,object\nends in,Ems; Weser,north-sea",
        "relation,subject,object\nends in,Ems,north-sea\nends in,Weser,north-sea";
    TEXT_AFTER_QUOTE: Error, "text-after-quote",
        "Text behind the quotation mark that closes a cell",
        "A cell that begins with a quotation mark ends with the next one. What stands behind it belongs nowhere.",
        "write a quotation mark inside a cell twice",
        "relation,subject,object,more\nends in,elbe,north-sea,\"So\" it is.",
        "relation,subject,object,more\nends in,elbe,north-sea,\"\"\"So\"\" it is.\"";
    TOLD_OTHERWISE: Warning, "told-otherwise",
        "Two rows that tell different things of one entity",
        "What is known of an entity need stand in one place only. Where two places differ, the first holds.",
        "write the same everywhere, or in one place only",
        "relation,subject,object,kin\nends in,Ems,north-sea,short river\nlength,Ems,362 km,river",
        "relation,subject,object,kin\nends in,Ems,north-sea,short river\nlength,Ems,362 km,";
    TWO_NUMBERS: Error, "two-numbers",
        "A number that can be read two ways",
        "In 1,094 the comma parts thousands for some and decimals for others.",
        "leave thousands marks out, or write a further decimal",
        "relation,subject,object\nlength,elbe,\"1,094 km\"",
        "relation,subject,object\nlength,elbe,1094 km";
    UNCLOSED_CELL: Error, "unclosed-cell",
        "A quotation mark that is never closed",
        "A cell that begins with a quotation mark goes on to the next one. Here it goes on to the end of the file, and takes all rows \
         with it.",
        "close it, or take it out",
        "relation,subject,object\nends in,elbe,\"north-sea",
        "relation,subject,object\nends in,elbe,\"north-sea\"";
    UNKNOWN_COLUMN: Warning, "unknown-column",
        "A column that is not read",
        "Nothing in it gets into a question. That may be meant, or its name may have a slip.",
        "write its name as docs/fact-tables.md does, or leave it",
        "relation,subject,object,mroe\nends in,elbe,north-sea,It is slow.",
        "relation,subject,object,more\nends in,elbe,north-sea,It is slow.";
}
