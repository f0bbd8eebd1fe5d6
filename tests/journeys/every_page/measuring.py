"""What is measured inside the page, where axe has no rule or a weaker one."""

WIDER = "() => document.documentElement.scrollWidth"

WIDER_WITH_ROOM = """() => {
    // WCAG 1.4.12: whoever needs more room between lines, words and letters loses nothing by it.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* {
        line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
    }
    p { margin-block-end: 2em !important; }`);
    document.adoptedStyleSheets = [sheet];
    const wide = document.documentElement.scrollWidth;
    document.adoptedStyleSheets = [];
    return wide;
}"""

LANDMARKS = """() => {
    const top = (name) => [...document.querySelectorAll(name)]
        .filter((one) => !one.parentElement.closest("main, article, section, aside, nav")).length;
    return {
        banner: top("header"),
        main: document.querySelectorAll("main").length,
        contentinfo: top("footer"),
        h1: [...document.querySelectorAll("h1")].filter((one) => one.checkVisibility()).length,
    };
}"""

PRESSED = """
const PRESSED = "a[href], button, input:not([type=hidden]), select, textarea, summary";
const seen = (one) => one.checkVisibility({visibilityProperty: true})
    && !one.closest("[aria-hidden=true], .skip, .unseen, .part-over:not(:target)");
const name = (one) => one.outerHTML.replace(/\\s+/g, " ").slice(0, 160);
/* A box and the label that presses it are one thing to press. */
const room = (one) => {
    const all = [one, ...(one.labels ?? []), one.closest(".choice") ?? one];
    const boxes = all.map((each) => each.getBoundingClientRect());
    return {
        width: Math.max(...boxes.map((box) => box.right)) - Math.min(...boxes.map((box) => box.left)),
        height: Math.max(...boxes.map((box) => box.height)),
    };
};
/* In a sentence: other words of the same block stand beside it. */
const inSentence = (one) => {
    if (getComputedStyle(one).display !== "inline") return false;
    let block = one.parentElement;
    while (getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
    let others = block.innerText;
    for (const each of block.querySelectorAll(PRESSED)) others = others.replace(each.innerText, "");
    return /[\\p{L}\\p{N}]/u.test(others);
};
"""

TOO_SMALL = (
    "() => {"
    + PRESSED
    + """
    // WCAG 2.5.8: 24 by 24 px, or in a sentence.
    return [...document.querySelectorAll(PRESSED)].filter(seen).filter((one) => !inSentence(one)).filter((one) => {
        const {width, height} = room(one);
        return width < 24 || height < 24;
    }).map(name);
}"""
)

HOUSE_IS_SMALL = (
    "() => {"
    + PRESSED
    + """
    // The house's own rule: whatever asks for a thumb is 44 px high.
    const OURS = ".button, button, summary, select, textarea, input:not([type=hidden])";
    return [...document.querySelectorAll(OURS)].filter(seen).filter((one) => room(one).height < 43.9).map(name);
}"""
)

FOCUS_UNSEEN = (
    "() => {"
    + PRESSED
    + """
    // Something about it, or about what holds it, looks different when the keyboard is there; and nothing lies over it.
    const around = (one) => [one, one.parentElement, one.parentElement.parentElement];
    const drawn = (one) => around(one).map((each) => {
        const style = getComputedStyle(each);
        return style.outlineStyle === "none" ? "none" : `${style.outlineStyle} ${parseFloat(style.outlineWidth) >= 2}`;
    });
    const inWindow = ({top, left, right, bottom}) => ({
        top: Math.max(top, 0), left: Math.max(left, 0),
        right: Math.min(right, innerWidth), bottom: Math.min(bottom, innerHeight),
    });
    const faults = [];
    const before = document.activeElement;
    for (const one of document.querySelectorAll(`${PRESSED}, audio, [tabindex="0"]`)) {
        if (!one.checkVisibility({visibilityProperty: true}) || one.tabIndex < 0 || one.disabled) continue;
        one.blur();
        const without = drawn(one);
        one.focus({focusVisible: true});
        if (document.activeElement !== one) { faults.push(`cannot be reached: ${name(one)}`); continue; }
        if (String(drawn(one)) === String(without)) faults.push(name(one));
        const {top, left, right, bottom} = inWindow(one.getClientRects()[0]);
        const met = [[0.5, 0.5], [0.05, 0.5], [0.95, 0.5], [0.5, 0.1], [0.5, 0.9]].some(([x, y]) => {
            const there = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y);
            return there && [one, ...(one.labels ?? [])].some((each) => each.contains(there));
        });
        if (!met) faults.push(`something lies over it: ${name(one)}`);
    }
    document.activeElement.blur();
    if (before && before !== document.body) before.focus();
    scrollTo(0, 0);
    return faults;
}"""
)

GOES_ON_ITS_OWN = """() => [
    ...document.querySelectorAll('meta[http-equiv="refresh" i], marquee, blink, [autoplay], object, embed'),
].map((one) => one.outerHTML.slice(0, 160))"""

MOVES = "() => document.getAnimations().map((one) => `${one.animationName ?? one.transitionProperty}`)"
"""Asked where reduced motion is wanted."""

LEADS_NOWHERE = """() => [...document.querySelectorAll("a[href^='#']")]
    .filter((one) => !document.getElementById(decodeURIComponent(one.hash.slice(1))))
    .map((one) => one.outerHTML.slice(0, 160))"""
