/** What `--help` prints. */
export const HELP = `counterparts: what the extension does, for scripts

  node dist/cli.mjs check FILE… [--json | --sarif] [--dossier FILE] [--severity CODE=LEVEL]…
      Checks Markdown files as the editor does: names, offices, dates, quotations and citations. One line a finding:
      FILE:LINE:COLUMN: SEVERITY: what is wrong (CODE). --json prints
      [{ file, start, end, code, severity, message, fixes[] }] instead, with UTF-16 offsets, the end exclusive; --sarif a
      SARIF 2.1.0 log. --severity sets how serious a rule is: error, warning, information, hint or off. --dossier is
      the compiled dossier, dossier.json beside the program if it is left out.

  node dist/cli.mjs cite KEY… [--style STYLE] [--lang LANG] [--locator N] [--json] [--bibliography FILE]… [--dossier FILE]
      Prints the first note, a later note, the citation in the text and the entry of the bibliography of each work: a
      document of the dossier, or an entry of the bibliography FILEs (.bib, CSL-JSON, CSL-YAML). STYLE is chicago-notes,
      chicago-author-date, apa, mla or gost; without it LANG, en or ru, chooses. N are paragraphs of a document, 5 or
      5-7, pages of other works, or says what it counts: "p. 33". --json prints
      [{ key, name, grade, style, language, locator, note, laterNote, citation, entry }] instead.

  node dist/cli.mjs dossier compile [--data FOLDER] [--out FILE]
      Checks the dossier and writes it, with its search index, to FILE, dist/dossier.json if it is left out.

  node dist/cli.mjs dossier check [--data FOLDER] [--originals FOLDER] [--json]
      Checks every record against its schema and every pointer, date and number against the others, and with
      --originals against the received texts. One line a fault: FILE:LINE:COLUMN: FIELD: what is wrong.
      --json prints { faults: [{ file, line, column, field, rule, message }], counts, originals } instead;
      originals says whether the texts were compared.

  node dist/cli.mjs dossier export [--json] [--data FOLDER] [--out FILE]
      Prints the whole dossier, or writes it to FILE, in the one JSON form that data/schemas/export.schema.json
      describes. --json may be left out: there is no other form.

  node dist/cli.mjs dossier index FOLDER [--data FOLDER]
      Makes index/DOCUMENT.json in the dossier's folder from the received texts in FOLDER, and says which passage
      stands where.

  node dist/cli.mjs help
      Prints this, as --help and -h do, which any command takes.

--data is the folder of the dossier, data if it is left out; --originals is the folder of the received texts, which are
no part of the project. A flag's value may follow a blank or an equals sign.

Exit codes: 0 all is well; 1 the dossier has faults, a finding is an error, or a locator is none or not in its work; 2 the
command could not be run as it was given, or a file could not be read.
`;
