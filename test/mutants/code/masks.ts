/** Mutants of masks: each lets through what its kind is to hide. */
import { mutantsOf, type CodeMutant } from "../code-mutant.js";

const MASKS = { file: "test/unit/disclosure/masks.test.ts" };

export const MASK_MUTANTS: readonly CodeMutant[] = [
  ...mutantsOf("platform/disclosure/enforcement/masks.ts", MASKS, [
    ["NAME shows the whole name", "NAME: maskName", "NAME: (value) => value"],
    ["ID_NUMBER shows the whole number", "ID_NUMBER: maskResidentId", "ID_NUMBER: (value) => value"],
    ["PHONE shows the whole number", "PHONE: maskPhone", "PHONE: (value) => value"],
    ["ACCOUNT shows the whole number", "ACCOUNT: maskAccount", "ACCOUNT: (value) => value"],
    ["ADDRESS shows the whole address", "ADDRESS: maskAddress", "ADDRESS: (value) => value"],
    [
      "AMOUNT_BAND shows the amount",
      "AMOUNT_BAND: (yuan) => amountBand(fenFromYuan(yuan))",
      "AMOUNT_BAND: (yuan) => yuan",
    ],
    ["AMOUNT_BAND shows fen", "return amountBand(value);", "return String(value);"],
    [
      "a value that is no text is shown as text",
      'if (typeof value !== "string") return null;',
      'if (typeof value !== "string") return String(value);',
    ],
    [
      "AMOUNT_BAND takes any text for an amount",
      'if (mask === "AMOUNT_BAND" && !/^\\d{1,15}(\\.\\d{1,2})?$/.test(value)) return null;',
      'if (mask === "AMOUNT_BAND" && !/^\\d{1,15}(\\.\\d{1,2})?$/.test(value)) return value;',
    ],
  ]),
  ...mutantsOf("platform/domain/masking.ts", MASKS, [
    ["a name of two characters is masked as a compound surname and shown", "characters.length > 2 &&", ""],
    ["a surname of two characters is cut", "? 2 : 1;", "? 1 : 1;"],
    [
      "a name of one character is shown",
      '"*".repeat(Math.max(1, characters.length - kept))',
      '"*".repeat(characters.length - kept)',
    ],
    ["a short phone number is shown", 'phone.length < 7 ? "*".repeat(phone.length) :', "phone.length < 7 ? phone :"],
    ["a short account is shown", 'account.length < 8 ? "*".repeat(account.length) :', "account.length < 8 ? account :"],
    ["an address is shown down to the street", "[县区市](?=.)", "[县区市街](?=.)"],
    ["an address without a county is shown", '?? [""];', "?? [address];"],
    ["an amount's band tells its upper end for its lower", "yuan < end", "yuan <= end"],
  ]),
  ...mutantsOf("platform/domain/resident-id.ts", MASKS, [
    [
      "a short identity number is shown",
      'if (number.length < 15) return "*".repeat(number.length);',
      "if (number.length < 15) return number;",
    ],
    ["an identity number shows the place of first registration", "number.slice(0, 3)", "number.slice(0, 6)"],
  ]),
];
