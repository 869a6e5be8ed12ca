package dev.assay.asset;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What a drawing may be made of: what draws, and what moves what is drawn. Whatever is not named here is left out.
final class SvgRules {
  private static final Set<String> ELEMENTS =
      words(
          """
          a animate animateMotion animateTransform circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite
          feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
          feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
          filter g image line linearGradient marker mask mpath path pattern polygon polyline radialGradient rect set stop style svg switch
          symbol text textPath title tspan use view
          """);

  /// What drawing programs keep for themselves: it goes without a word.
  private static final Set<String> QUIET = words("metadata font font-face glyph missing-glyph hkern vkern color-profile cursor");

  private static final Set<String> ATTRIBUTES =
      words(
          """
          accumulate additive alignment-baseline amplitude aria-describedby aria-hidden aria-label aria-labelledby attributeName attributeType
          azimuth baseFrequency baseline-shift begin bias by calcMode class clip clip-path clip-rule clipPathUnits color color-interpolation
          color-interpolation-filters color-rendering cx cy d diffuseConstant direction display divisor dominant-baseline dur dx dy edgeMode
          elevation end exponent fill fill-opacity fill-rule filter filterUnits flood-color flood-opacity font-family font-feature-settings
          font-kerning font-size font-size-adjust font-stretch font-style font-variant font-weight fr from fx fy gradientTransform gradientUnits
          height id image-rendering in in2 intercept isolation k1 k2 k3 k4 kernelMatrix kernelUnitLength keyPoints keySplines keyTimes lang
          lengthAdjust letter-spacing lighting-color limitingConeAngle marker-end marker-mid marker-start markerHeight markerUnits markerWidth mask
          mask-type maskContentUnits maskUnits max media method min mix-blend-mode mode numOctaves offset opacity operator order orient origin
          overflow paint-order path pathLength patternContentUnits patternTransform patternUnits pointer-events points pointsAtX pointsAtY
          pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY rel repeatCount repeatDur requiredFeatures restart result
          role rotate rx ry scale seed shape-rendering side slope spacing specularConstant specularExponent spreadMethod startOffset
          stdDeviation stitchTiles stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
          stroke-miterlimit stroke-opacity stroke-width surfaceScale systemLanguage tabindex tableValues target targetX targetY text-anchor
          text-decoration text-overflow text-rendering textLength to transform transform-box transform-origin type unicode-bidi values
          vector-effect version viewBox visibility white-space width word-spacing writing-mode x x1 x2 xChannelSelector y y1 y2
          yChannelSelector z zoomAndPan
          """);

  private static final Set<String> NEVER_MOVED = words("href xlink:href style class id target rel attributeName");
  private static final Pattern INLINE_PICTURE = Pattern.compile("data:image/(?:png|jpe?g|gif|webp|avif);base64,[A-Za-z0-9+/=\\s]*+", Pattern.CASE_INSENSITIVE);
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

  private SvgRules() {}

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+"));
  }

  static boolean isAllowed(String element) {
    return ELEMENTS.contains(element);
  }

  static boolean goesQuietly(String element) {
    return QUIET.contains(element);
  }

  static boolean isAllowedAttribute(String name) {
    return ATTRIBUTES.contains(name);
  }

  /// Animations may change what is drawn, never where a link leads.
  static boolean mayMove(String attribute) {
    return ATTRIBUTES.contains(attribute) && !NEVER_MOVED.contains(attribute);
  }

  /// True for an address that an element may lead to: a link everywhere a reader may go, a picture to one that lies in the file,
  /// everything else to a part of the file.
  /// Without white space of any kind: what one reader of addresses skips, another may not.
  private static String tight(String address) {
    StringBuilder tight = new StringBuilder(address.length());
    address.codePoints().filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT).forEach(tight::appendCodePoint);
    return tight.toString();
  }

  /// Without the white space at its ends that browsers pass over.
  static String trimmed(String address) {
    return address.replaceAll("^[\\s\\p{Cntrl}]+|[\\s\\p{Cntrl}]+$", "");
  }

  static boolean mayLead(String element, String address) {
    String tight = tight(address);
    if (tight.startsWith("#")) {
      return true;
    }
    return switch (element) {
      case "image", "feImage" -> INLINE_PICTURE.matcher(trimmed(address)).matches();
      case "a" -> {
        String lower = tight.toLowerCase(Locale.ROOT);
        yield lower.startsWith("https:") || lower.startsWith("http:") || lower.startsWith("mailto:") || (!SCHEME.matcher(lower).matches() && !lower.isEmpty());
      }
      default -> false;
    };
  }
}
