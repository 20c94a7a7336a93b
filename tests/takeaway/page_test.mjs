// Opens every sample of the take-home page in Chromium: axe-core finds nothing, nothing is asked
// of the network, nothing scrolls sideways at 360 and 1280 px, no script runs, and on A4 no heading
// is cut in two or parted from what it heads. Leaves pictures and PDFs in the folder for looking at.
//
//   node page_test.mjs WRITE_SAMPLES FOLDER
//
// Exit 77 (left out) when Chromium, pdftotext or the npm packages are not installed.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const LEFT_OUT = 77;
const CHROMIUM = '/usr/bin/chromium';
const WIDTHS = [360, 1280];
const [writeSamples, folder] = process.argv.slice(2).map((path) => resolve(path));

function leaveOut(why) {
  console.log(`left out: ${why}`);
  process.exit(LEFT_OUT);
}

function load() {
  const require = createRequire(new URL('./node/', import.meta.url));
  try {
    return {
      puppeteer: require('puppeteer-core'),
      axe: readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'),
    };
  } catch {
    return leaveOut('npm ci --prefix tests/takeaway/node has not been run');
  }
}

if (!existsSync(CHROMIUM)) {
  leaveOut(`${CHROMIUM} is not there`);
}
try {
  execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
} catch {
  leaveOut('pdftotext is not there (poppler-utils)');
}
const { puppeteer, axe } = load();

const problems = [];
let checks = 0;

function check(good, what) {
  checks++;
  if (!good) {
    problems.push(what);
  }
}

// Without any space: a long word is broken wherever the line ends.
const letters = (text) => text.replace(/\s+/g, '');

async function lookWithAxe(page, name) {
  await page.evaluate(axe);
  const found = await page.evaluate(() =>
    axe.run(document, { rules: { 'color-contrast-enhanced': { enabled: true } } }));
  for (const one of found.violations) {
    check(false, `${name}: axe ${one.id}: ${one.help}: ${one.nodes[0].html}`);
  }
  check(found.passes.length > 10, `${name}: axe looked at hardly anything`);
  for (const one of found.incomplete) {
    console.log(`${name}: for a person to look at: ${one.id}: ${one.nodes[0].html.slice(0, 100)}`);
  }
}

async function lookAtWidth(browser, file, width) {
  const name = `${file} at ${width} px`;
  const page = await browser.newPage();
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => check(false, `${name}: console: ${message.text()}`));
  page.on('dialog', (dialog) => {
    check(false, `${name}: a script ran`);
    dialog.dismiss();
  });
  await page.setViewport({ width, height: 800, deviceScaleFactor: 1 });
  const url = pathToFileURL(join(folder, file)).href;
  await page.goto(url, { waitUntil: 'load' });
  check(asked.length === 1 && asked[0] === url, `${name}: asked for ${asked.join(', ')}`);
  const shape = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    scripts: document.scripts.length + document.querySelectorAll('a, img, link, iframe').length,
    small: [...document.querySelectorAll('body *')].filter(
      (e) => e.childNodes.length && parseFloat(getComputedStyle(e).fontSize) < 14).length,
  }));
  check(shape.scroll <= width, `${name}: scrolls sideways (${shape.scroll} px)`);
  check(shape.scripts === 0, `${name}: has scripts, links or pictures`);
  check(shape.small === 0, `${name}: has text under 14 px`);
  await lookWithAxe(page, name);
  if (!file.startsWith('fullest')) { // some sixty sheets of paper: nobody looks at that
    await page.screenshot({ path: join(folder, `${file}.${width}.png`), fullPage: true });
  }
  await page.close();
}

// Of each printed page: whole headings only, and none at the foot.
async function lookAtPrint(browser, file) {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(folder, file)).href);
  const headings = (await page.$$eval('h1, h2, h3', (all) => all
    .filter((h) => !h.matches(':has(+ .lines)')) // lines to write on have no words
    .map((h) => h.textContent))).map(letters);
  const pdf = join(folder, `${file}.pdf`);
  writeFileSync(pdf, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  await page.close();
  const printed = execFileSync('pdftotext', ['-enc', 'UTF-8', pdf, '-'], { encoding: 'utf8' })
    .split('\f').map(letters).filter((text) => text);
  for (const heading of new Set(headings)) {
    const times = headings.filter((other) => other === heading).length;
    const seen = printed.reduce((sum, text) => sum + text.split(heading).length - 1, 0);
    check(seen >= times, `${file}: printed: heading '${heading}' is cut in two`);
    printed.forEach((text, i) =>
      check(!text.endsWith(heading) || i === printed.length - 1,
        `${file}: printed: page ${i + 1} ends with the heading '${heading}'`));
  }
  return printed.length;
}

mkdirSync(folder, { recursive: true });
execFileSync(writeSamples, [folder], { stdio: 'inherit' });
const files = readdirSync(folder).filter((name) => name.endsWith('.html')).sort();
check(files.length >= 5, 'too few samples');
const browser = await puppeteer.launch({
  executablePath: CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
});
for (const file of files) {
  for (const width of WIDTHS) {
    await lookAtWidth(browser, file, width);
  }
  // Text of forbidden and joined characters does not come back from a PDF letter by letter.
  if (!file.startsWith('hostile')) {
    console.log(`${file}: ${await lookAtPrint(browser, file)} printed pages`);
  }
}
await browser.close();
for (const problem of problems) {
  console.error(problem);
}
console.log(`${files.length} pages, ${checks} checks, ${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);
