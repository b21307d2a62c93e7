/** Steps of time: whatever fails, all others are taken while the database answers. */
import { takeEach } from "../../../platform/write/index.js";

const numbers = Array.from({ length: 100 }, (_, index) => index);
const answers = { raw: async () => undefined } as never;
const gone = Object.assign(new Error("gone"), { code: "57P01" });

it("takes the others however many fail behind each other, and keeps the first failures alone", async () => {
  const take = async (number: number): Promise<boolean> => {
    if (number < 60) throw new Error(`of ${number}`);
    return number % 2 === 0;
  };
  const { taken, failed, failures } = await takeEach(answers, numbers, take);
  expect({ taken, failed }).toEqual({ taken: 20, failed: 60 });
  expect(failures).toEqual(numbers.slice(0, 20).map((number) => new Error(`of ${number}`)));
});

it("ends with what the database says where it is gone, and asks it no more than once in twenty failures", async () => {
  let asked = 0;
  let tried = 0;
  const db = {
    raw: async () => {
      asked += 1;
      if (asked === 2) throw gone;
    },
  } as never;
  const take = async (): Promise<boolean> => {
    tried += 1;
    throw new Error("whatever");
  };
  await expect(takeEach(db, numbers, take)).rejects.toBe(gone);
  expect({ asked, tried }).toEqual({ asked: 2, tried: 40 });
});

it("asks the database nothing where failures are apart", async () => {
  const db = { raw: async () => Promise.reject(gone) } as never;
  const take = async (number: number): Promise<boolean> => {
    if (number % 2 === 0) throw new Error("every other");
    return true;
  };
  expect(await takeEach(db, numbers, take)).toMatchObject({ taken: 50, failed: 50 });
});
