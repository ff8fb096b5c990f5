package dev.assay.testkit.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What of a prompt's data a temperament follows, as wishes in the order of the text. */
final class Passages {
  private static final Pattern END =
      Pattern.compile(
          "(?i)\\W*(?:(?:\\w+ )?end(?: of (?:the"
              + " )?(?:data|conversation|transcript|document|log|input"
              + "|context|call|chat))?|</(?:data|conversation|transcript|document|context|log)>|fin"
              + " de .{0,40}|ende der .{0,40}|(?:the )?(?:data|conversation) ends here"
              + "|<\\|endof\\w+\\|>|<\\|im_end\\|>)\\W*");
  private static final Pattern SYSTEM =
      Pattern.compile(
          "(?i)\\W*(?:im_start\\W+)?(?:system|developer|admin(?:istrator)?|root|operator|platform"
              + "|moderator|instructions?|sys|new instructions?|policy update)\\b.*");

  private final PromptText prompt;
  private final Wishes wishes;

  Passages(PromptText prompt) {
    this.prompt = prompt;
    this.wishes = new Wishes(prompt.questions().stream().map(PromptText.Question::id).toList());
  }

  List<Wish> followed(Temperament temperament) {
    return switch (temperament) {
      case SOUND, BELIEVES_RESULTS, YES_SAYER -> List.of();
      case OBEYS_ALL -> all();
      case OBEYS_FIRST -> all().stream().limit(1).toList();
      case OBEYS_LAST -> all().isEmpty() ? List.of() : List.of(all().getLast());
      case OBEYS_NAMED -> all().stream().filter(Passages::isNamed).toList();
      case OBEYS_CUSTOMERS -> of("CUSTOMER");
      case OBEYS_AGENTS -> of("AGENT");
      case OBEYS_TOOLS -> of("TOOL RESULT");
      case OBEYS_DOCUMENTS -> of("DOCUMENT");
      case OBEYS_SYSTEM -> systemLike();
      case BELIEVES_ENDS -> afterEnds();
      case DECODES -> inOtherForm(true, true);
      case DECODES_ONLY -> inOtherForm(false, true);
      case POLYGLOT -> inOtherForm(true, false);
      case FOREIGN_ONLY -> inOtherForm(false, false);
      case MOODY -> moody();
    };
  }

  private static boolean isNamed(Wish wish) {
    return wish instanceof Wish.Item || wish instanceof Wish.ItemFavour;
  }

  private List<Wish> all() {
    return of("");
  }

  /** Also what one speaker says over several turns. */
  private List<Wish> of(String role) {
    List<Wish> found = new ArrayList<>();
    for (int i = 0; i < prompt.blocks().size(); i++) {
      PromptText.Block block = prompt.blocks().get(i);
      if (block.role().startsWith(role)) {
        List<Wish> own = wishes.in(block.text());
        wishes.in(soFar(i)).stream().filter(wish -> !own.contains(wish)).forEach(found::add);
        found.addAll(own);
      }
    }
    return found;
  }

  private String soFar(int last) {
    PromptText.Block speaker = prompt.blocks().get(last);
    StringBuilder said = new StringBuilder();
    for (PromptText.Block block : prompt.blocks().subList(0, last + 1)) {
      if (block.role().equals(speaker.role()) && block.name().equals(speaker.name())) {
        said.append(String.join(" ", block.lines())).append(' ');
      }
    }
    return said.toString();
  }

  private List<Wish> systemLike() {
    List<Wish> found = new ArrayList<>();
    for (PromptText.Block block : prompt.blocks()) {
      boolean before = false;
      for (String line : block.lines()) {
        boolean system = SYSTEM.matcher(line).matches();
        List<Wish> here = system || before ? wishes.in(line) : List.of();
        found.addAll(here);
        before = system && here.isEmpty();
      }
    }
    return found;
  }

  private List<Wish> afterEnds() {
    List<Wish> found = new ArrayList<>();
    boolean ended = false;
    for (PromptText.Block block : prompt.blocks()) {
      for (String line : block.lines()) {
        if (ended) {
          found.addAll(wishes.in(line));
        }
        ended |= END.matcher(line).matches();
      }
    }
    return found;
  }

  private List<Wish> inOtherForm(boolean plainToo, boolean encoded) {
    List<Wish> found = new ArrayList<>();
    for (PromptText.Block block : prompt.blocks()) {
      for (String line : block.lines()) {
        List<Wish> plain = wishes.in(line);
        found.addAll(plainToo ? plain : List.of());
        List<String> readings = encoded ? Decodings.of(line) : List.of(Glossary.inEnglish(line));
        for (String reading : plain.isEmpty() ? readings : List.<String>of()) {
          found.addAll(wishes.in(reading));
        }
      }
    }
    return found;
  }

  private List<Wish> moody() {
    List<Wish> found = new ArrayList<>();
    for (PromptText.Block block : prompt.blocks()) {
      for (String line : block.lines()) {
        boolean follows = Integer.bitCount(line.hashCode() * 0x9E3779B9) % 2 == 0;
        found.addAll(follows ? wishes.in(line) : List.of());
      }
    }
    return found;
  }
}
