//! All icons as one part of the page, each to be used by its name: a file of its own would be read again and again, as
//! often as an icon comes up.

use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::{Files, collect};

/// The page with a symbol `icon-NAME` for every icon in `folder`, named like its file.
pub(super) fn into_page(page: &str, folder: &Path) -> Result<String> {
    ensure!(page.contains("<body>"), "the page of the window has no body");
    Ok(page.replacen("<body>", &format!("<body>\n{}", sheet(folder)?), 1))
}

fn sheet(folder: &Path) -> Result<String> {
    let mut icons = Files::new();
    collect(folder, "", &mut icons)?;
    let mut sheet = String::from("<svg class=\"icons\" aria-hidden=\"true\">\n");
    for (name, content) in &icons {
        let Some(name) = name.strip_suffix(".svg") else { continue };
        let content = std::str::from_utf8(content).with_context(|| format!("{name}.svg is not text"))?;
        let shapes = shapes(content).with_context(|| format!("{name}.svg is not an icon"))?;
        sheet.push_str(&format!("<symbol id=\"icon-{name}\" viewBox=\"0 0 24 24\">{shapes}</symbol>\n"));
    }
    sheet.push_str("</svg>\n");
    Ok(sheet)
}

/// What stands between the tags of the outermost element.
fn shapes(svg: &str) -> Option<String> {
    let start = svg.find("<svg")?;
    let open = start + svg[start..].find('>')? + 1;
    let close = svg.rfind("</svg>")?;
    let lines = svg.get(open..close)?.lines().map(str::trim);
    Some(lines.collect::<Vec<_>>().concat())
}

#[cfg(test)]
mod tests {
    use super::shapes;

    #[test]
    fn only_the_shapes_of_an_icon_are_kept() {
        let svg = "<!-- licence -->\n<svg\n  width=\"24\"\n>\n  <path d=\"M1 2\" />\n</svg>\n";
        assert_eq!(shapes(svg).as_deref(), Some("<path d=\"M1 2\" />"));
        assert_eq!(shapes("no icon"), None);
    }
}
