import { getDocument, type PDFDocumentProxy, PDFWorker } from "pdfjs-dist";

/**
 * The reader of PDF under our policy: its worker is a file of our own origin, it compiles no WebAssembly,
 * and what it needs of its own (Chinese character maps, standard fonts) comes from the bundle.
 */

/** Only the maps of simplified Chinese: other scripts embed their fonts or are not to be expected. */
const CHARACTER_MAPS = import.meta.glob<string>(
  "../../../node_modules/pdfjs-dist/cmaps/*GB*.bcmap",
  {
    query: "?url",
    import: "default",
    eager: true,
  },
);
const STANDARD_FONTS = import.meta.glob<string>(
  "../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}",
  { query: "?url", import: "default", eager: true },
);

/** The worker, and the decoder of JPEG 2000 that needs no WebAssembly. */
const SCRIPTS = import.meta.glob<string>(
  [
    "../../../node_modules/pdfjs-dist/build/pdf.worker.min.mjs",
    "../../../node_modules/pdfjs-dist/wasm/openjpeg_nowasm_fallback.js",
  ],
  { query: "?url", import: "default", eager: true },
);

/** Where the bundle has a file of the reader's package. */
function addressOf(files: Readonly<Record<string, string>>, filename: string): string {
  const found = Object.entries(files).find(([path]) => path.endsWith(`/${filename}`));
  if (found === undefined) throw new Error(`the bundle has no ${filename}`);
  return new URL(found[1], window.location.href).href;
}

interface WantedFile {
  readonly kind: string;
  readonly filename: string;
}

/** Fetches what the reader asks for by name from where the bundle has it. */
class BundledFiles {
  async fetch({ filename }: WantedFile): Promise<Uint8Array> {
    const address = addressOf({ ...CHARACTER_MAPS, ...STANDARD_FONTS }, filename);
    const response = await fetch(address);
    return new Uint8Array(await response.arrayBuffer());
  }
}

export interface OpenedPdf {
  readonly document: Promise<PDFDocumentProxy>;
  readonly close: () => Promise<void>;
}

/** Opens a PDF in a worker of its own; the bytes stay the caller's. */
export function openPdf(bytes: Uint8Array<ArrayBuffer>): OpenedPdf {
  const port = new Worker(addressOf(SCRIPTS, "pdf.worker.min.mjs"), { type: "module" });
  const worker = PDFWorker.create({ port });
  const task = getDocument({
    data: bytes.slice(),
    worker,
    BinaryDataFactory: BundledFiles,
    cMapPacked: true,
    cMapUrl: "cmaps/",
    standardFontDataUrl: "fonts/",
    useWorkerFetch: false,
    useWasm: false,
    // The worker asks for this address plus a name; as a query the name does no harm.
    wasmUrl: `${addressOf(SCRIPTS, "openjpeg_nowasm_fallback.js")}?/`,
    enableXfa: false,
  });
  return {
    document: task.promise,
    close: async () => {
      await task.destroy();
      worker.destroy();
      port.terminate();
    },
  };
}
