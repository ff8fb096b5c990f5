package dev.assay.bench.check;

import dev.assay.core.feedback.Finding;
import dev.assay.core.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Every corruption of every grounded commitment of a trace. The same trace gives the same ones. */
final class Corruptions {
  private final Trace trace;
  private final Grounds grounds;

  Corruptions(Trace trace) {
    this.trace = trace;
    this.grounds = new Grounds(trace);
  }

  List<Corruption> all() {
    List<Corruption> all = new ArrayList<>();
    List<Finding> findings = Checked.findings(trace);
    for (Finding finding : findings) {
      if (Checked.isFine(finding)) {
        Random random = new Random(31L * trace.id().value().hashCode() + finding.start());
        of(new Claim(trace, finding), findings, random, all);
      }
    }
    return all;
  }

  private void of(Claim claim, List<Finding> findings, Random random, List<Corruption> all) {
    Finding finding = claim.finding();
    if (Form.isMoney(finding) || Form.isShare(finding)) {
      claim
          .amount()
          .ifPresent(stated -> new AmountCorruptions(claim, stated, grounds, random).addTo(all));
    } else if (Form.isWhen(finding)) {
      claim
          .date()
          .ifPresent(stated -> new DateCorruptions(claim, stated, grounds, random).addTo(all));
      claim
          .time()
          .ifPresent(stated -> new TimeCorruptions(claim, stated, grounds, random).addTo(all));
    } else {
      new CountCorruptions(claim).addTo(all);
    }
    otherValue(claim, findings, random, all);
  }

  /** Another commitment of the trace that is written alike takes this one's place. */
  private void otherValue(
      Claim claim, List<Finding> findings, Random random, List<Corruption> all) {
    if (claim.finding().type().equals("ACTION") || claim.finding().type().equals("POLICY")) {
      return;
    }
    Form form = form(claim);
    List<Finding> others =
        findings.stream()
            .filter(other -> other.type().equals(claim.finding().type()))
            .filter(other -> form(new Claim(trace, other)) == form)
            .filter(
                other -> !String.valueOf(other.normalised()).equals(claim.finding().normalised()))
            .filter(other -> other.message() < claim.finding().message())
            .toList();
    if (!others.isEmpty() && form != Form.OTHER) {
      String words = others.get(random.nextInt(others.size())).text();
      all.add(Corruption.said(Kind.OTHER_VALUE, form, claim, words));
    }
  }

  private static Form form(Claim claim) {
    if (Form.isMoney(claim.finding())) {
      return claim.amount().map(stated -> Claim.moneyForm(stated.value())).orElse(Form.OTHER);
    }
    if (Form.isShare(claim.finding())) {
      return Form.PERCENT;
    }
    if (Form.isWhen(claim.finding())) {
      boolean date = claim.date().isPresent();
      boolean time = claim.time().isPresent();
      return date == time ? Form.OTHER : date ? Form.DATE : Form.TIME;
    }
    return switch (claim.finding().type()) {
      case "SLA" -> Form.DURATION;
      case "QUANTITY" -> Form.QUANTITY;
      default -> Form.OTHER;
    };
  }
}
