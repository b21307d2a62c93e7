/** A restaurant from the first search to the last fen, in the explorer of a real browser: everybody signs in and presses. */
import "reflect-metadata";
import { CHROMIUM, startBrowserWay, type BrowserWay } from "../support/journey/browser.js";
import { storyClock, tellRestaurantStory } from "../support/journey/restaurant.js";

const inBrowser = CHROMIUM === undefined ? describe.skip : describe;

inBrowser("in Chromium", () => {
  const clock = storyClock();
  let way: BrowserWay;

  beforeAll(async () => {
    way = await startBrowserWay(clock);
  });
  afterAll(async () => {
    await way?.stop();
  });

  tellRestaurantStory(() => way, clock);

  it("no page said that anything went wrong", () => {
    expect(way.problems).toEqual([]);
  });
});
