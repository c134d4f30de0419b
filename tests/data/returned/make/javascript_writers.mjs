// Papers as pdf-lib (words typed into the page, marks as bare annotations) and pdf.js (Firefox) leave them.
// Needs: npm install pdf-lib pdfjs-dist, and plan.json.
import { readFileSync, writeFileSync } from "node:fs";
import { PDFDocument, PDFHexString, PDFString, StandardFonts } from "pdf-lib";
import * as pdfjs from "pdfjs-dist/legacy/build/pdf.mjs";

const here = new URL("../", import.meta.url);
const plan = JSON.parse(readFileSync(new URL("plan.json", import.meta.url)));
const sent = () => new Uint8Array(readFileSync(new URL("sent.pdf", here)));

async function withPdfLib() {
  const document = await PDFDocument.load(sent(), { updateMetadata: false });
  const [one, two] = document.getPages();
  const put = (page, Subtype, Rect, text, author, rects = []) => {
    const QuadPoints = rects.flatMap(([l, b, r, t]) => [l, t, r, t, l, b, r, b]);
    page.node.addAnnot(document.context.register(document.context.obj({
      Type: "Annot", Subtype, Rect, F: 4, T: PDFString.of(author), ...(text ? { Contents: PDFHexString.fromText(text) } : {}),
      ...(rects.length ? { QuadPoints } : {}),
    })));
  };
  put(one, "Text", plan.m2, plan.note2, plan.author);
  put(one, "Highlight", plan.w3[0], plan.mark3, plan.author, plan.w3);
  const font = await document.embedFont(StandardFonts.Helvetica);
  one.drawText(plan.typed4, { x: plan.u4[0], y: plan.u4[1] + 2, size: 10, font });
  put(two, "StrikeOut", plan.w5[0], "", plan.author, plan.w5);
  put(two, "Text", plan.m6, plan.note6, plan.author);
  put(two, "Text", plan.m6b, plan.reply6, "Cor van Dam");
  put(two, "Text", plan.m5, plan.code1, plan.author);
  writeFileSync(new URL("pdflib.pdf", here), await document.save());
}

async function withPdfJs() {
  const document = await pdfjs.getDocument({ data: sent(), useSystemFonts: false }).promise;
  const { FREETEXT, HIGHLIGHT } = pdfjs.AnnotationEditorType;
  const id = (n) => `${pdfjs.AnnotationEditorPrefix ?? "pdfjs_internal_editor_"}${n}`;
  let n = 0;
  const add = (value) => document.annotationStorage.setValue(id(n++), { serialize: undefined, ...value });
  const free = (pageIndex, rect, value) => add({
    annotationType: FREETEXT, pageIndex, rect, value, fontSize: 9, color: [0, 0, 0], rotation: 0, structTreeParentId: null, user: plan.author,
  });
  const mark = (pageIndex, rects) => add({
    annotationType: HIGHLIGHT, pageIndex, color: [255, 255, 152], opacity: 1, thickness: 12, rotation: 0, structTreeParentId: null,
    rect: [Math.min(...rects.map((r) => r[0])), Math.min(...rects.map((r) => r[1])), Math.max(...rects.map((r) => r[2])), Math.max(...rects.map((r) => r[3]))],
    quadPoints: rects.flatMap(([l, b, r, t]) => [l, t, r, t, l, b, r, b]),
    outlines: rects.map(([l, b, r, t]) => [l, b, r, b, r, t, l, t]), user: plan.author,
  });
  const wide = ([l, b, , ]) => [l - 150, b - 2, l + 40, b + 18];
  free(0, wide(plan.m2), plan.note2);
  mark(0, plan.w3);
  free(0, plan.u4, plan.typed4);
  mark(1, plan.w5);
  free(1, wide(plan.m6), plan.note6);
  free(1, wide(plan.m5), plan.code1);
  writeFileSync(new URL("firefox.pdf", here), await document.saveDocument());
}

await withPdfLib();
await withPdfJs();
