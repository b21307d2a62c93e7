/** Mutants of who may read a file, whose an upload is, and what is taken for a file. */
import { mutantsOf, type CodeMutant } from "../code-mutant.js";

const DOORS = { file: "test/e2e/files.test.ts" };
const RECEIPT = { file: "test/unit/files/upload-receipt.test.ts" };
const STORE = { file: "test/unit/files/file-store.test.ts" };
const SCANNER = { file: "test/unit/files/scanner.test.ts" };

export const FILE_MUTANTS: readonly CodeMutant[] = [
  ...mutantsOf("platform/subgraph/file-door.ts", { ...DOORS, name: "a file that a case holds" }, [
    [
      "an object's file is anybody's",
      "if (!mayRead || !(await mayRead(found.holderKey, createServices(dependenciesOf(basis, signed)))))",
      "if (!mayRead)",
    ],
  ]),
  ...mutantsOf("platform/files/upload-receipt.ts", RECEIPT, [
    ["an upload is anybody's who has its receipt", "known.by !== uploader ||", ""],
    ["a receipt lasts forever", "|| known.endsAt <= now()", ""],
  ]),
  ...mutantsOf("platform/files/file-store.ts", STORE, [
    ["nothing is scanned", "await scanner?.scan(file.path);", ""],
    [
      "a digest is not compared",
      "if (limits.sha256 !== undefined && limits.sha256 !== file.sha256) throw otherBytes();",
      "",
    ],
  ]),
  ...mutantsOf("platform/files/spool.ts", STORE, [
    ["a file is as large as it likes", "if (bytes > mostBytes) throw tooLarge(mostBytes);", ""],
    ["what is cut off stays", "await rm(path, { force: true });", ""],
  ]),
  ...mutantsOf("platform/files/scanner.ts", SCANNER, [
    ["what is not scanned is clean", 'if (answer !== "stream: OK")', 'if (answer === "ERROR")'],
  ]),
  ...mutantsOf("platform/files/attached/attach-file.ts", { ...DOORS, name: "what is attached" }, [
    ["a name says what it likes of the content", "if (!isNameOf(mediaType, name))", "if (mediaType === name)"],
  ]),
  ...mutantsOf("gateway/files/clean-up.ts", { ...DOORS, name: "what nothing holds" }, [
    ["what an object holds is removed too", "!held.has(sha256) && ", ""],
  ]),
];
