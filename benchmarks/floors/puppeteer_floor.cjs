// The same straight script with Puppeteer: its locators wait by themselves. The tasks are those of
// playwright_floor.py; puppeteer-core is found by NODE_PATH.

const readline = require("node:readline");
const puppeteer = require("puppeteer-core");

const [, , executablePath, agent] = process.argv;
const VIEWPORT = { width: 1280, height: 900 };

const ACTS = {
  files: async (page, selector, paths) => (await page.waitForSelector(selector)).uploadFile(...paths),
  fill: (page, selector, text) => page.locator(selector).fill(text),
  type: async (page, selector, text) => (await page.waitForSelector(selector)).type(text),
  click: (page, selector) => page.locator(selector).click(),
  key: (page, name) => page.keyboard.press(name),
  count: (page, selector, count) =>
    page.waitForFunction((sign, least) => document.querySelectorAll(sign).length >= least, {}, selector, count),
  leaves: (page, place) => page.waitForFunction((here) => !location.pathname.includes(here), {}, place),
};

const act = async (page, acts) => {
  for (const [name, ...given] of acts) await ACTS[name](page, ...given);
};

const prepared = async (browser, task) => {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setUserAgent({ userAgent: agent });
  await page.setViewport(VIEWPORT);
  await page.setCookie({ ...task.cookie, url: task.url });
  await page.goto(`${task.url}/items/new`, { waitUntil: "domcontentloaded" });
  await act(page, task.acts);
  await page.screenshot({ type: "jpeg", quality: 70, fullPage: true });
  return page;
};

const main = async () => {
  const browser = await puppeteer.launch({ executablePath, headless: "shell", args: ["--no-sandbox"] });
  let page = null;
  process.stdout.write("{}\n");
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const task = JSON.parse(line);
    if (task.do === "prepare") page = await prepared(browser, task);
    else {
      await act(page, task.acts);
      await page.browserContext().close();
    }
    process.stdout.write("{}\n");
  }
  await browser.close();
};

main();
